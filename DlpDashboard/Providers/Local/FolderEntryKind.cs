namespace DlpDashboard.Providers.Local;

/// <summary>What an entry of a folder is.</summary>
internal enum FolderEntryKind
{
    File,
    Folder,
    Link,
    Special,
}

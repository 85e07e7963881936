namespace DlpDashboard.Providers.Local;

/// <summary>An entry of a folder.</summary>
/// <param name="SortName">Its part of the key as UTF-8, a folder's with the slash that follows: what the whole keys' order goes by.</param>
/// <param name="UnusableName">The bytes of its name where they are no valid UTF-8, else null.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct FolderEntry(byte[] SortName, byte[]? UnusableName, FolderEntryKind Kind)
{
    /// <summary>The bytes of its name.</summary>
    public ReadOnlySpan<byte> Name => UnusableName ?? (Kind == FolderEntryKind.Folder ? SortName.AsSpan(..^1) : SortName);
}

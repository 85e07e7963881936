namespace DlpDashboard.Providers.Local;

/// <summary>A call of Linux that failed, by its error number (errno.h). Stays inside this room.</summary>
/// <param name="number">The error number.</param>
internal sealed class LinuxFileException(int number) : Exception($"The system refused with error {number}.")
{
    public const int NotPermitted = 1;
    public const int NotThere = 2;
    public const int NoAccess = 13;
    public const int CrossesOut = 18;
    public const int NotAFolder = 20;
    public const int TooManyOpen = 24;
    public const int NoDeviceBehind = 6;
    public const int NameTooLong = 36;
    public const int NoSuchCall = 38;
    public const int IsLink = 40;

    /// <summary>The error number.</summary>
    public int Number { get; } = number;

    /// <summary>Whether the file went away.</summary>
    public bool IsGone => Number is NotThere or NotAFolder;

    /// <summary>The failure in our words.</summary>
    public ObjectStoreException ToStoreException() => Number switch
    {
        NotThere or NotAFolder => new(StoreFault.Vanished, "The file is no longer there. Scan again to see what took its place.", inner: this),
        NoAccess or NotPermitted => new(StoreFault.Denied, "The app may not read this. Give its system user the right to read it.", inner: this),

        // It was listed as a file or asked for as one: what took its place since is a failure, so that a scan of changes looks again.
        IsLink or CrossesOut => new(StoreFault.Unreadable, LocalObstacle.SentenceOf(LocalObstacle.Link), inner: this),
        NoDeviceBehind => new(StoreFault.Unreadable, LocalObstacle.SentenceOf(LocalObstacle.Special), inner: this),
        NameTooLong => new(StoreFault.Unreadable, LocalObstacle.SentenceOf(LocalObstacle.LongPath), inner: this),
        TooManyOpen => new(StoreFault.Unreachable, "Too many files are open. Raise the app's limit of open files, then resume.", inner: this),
        _ => new(StoreFault.Unreadable, "The disk could not read this file. Check the disk or network share it lies on.", inner: this),
    };
}

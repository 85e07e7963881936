namespace DlpDashboard.Providers.Local;

/// <summary>What stands in the way of an entry that is listed but never opened. Its word is the listed object's version.</summary>
internal static class LocalObstacle
{
    public const string Link = "link";
    public const string Special = "special";
    public const string Depth = "too-deep";
    public const string LongPath = "path-too-long";
    public const string ClosedFolder = "closed-folder";
    public const string BrokenFolder = "broken-folder";

    /// <summary>The entry as listed.</summary>
    public static StoredObject Listed(string bucket, string key, string obstacle) => new(
        bucket, key, 0, obstacle, DateTime.UnixEpoch, KnownFault: FaultOf(obstacle));

    /// <summary>What a person reads.</summary>
    public static string SentenceOf(string obstacle) => obstacle switch
    {
        Link => "This is a link. Links are not followed; connect the folder it leads to if it should be scanned.",
        Special => "This is a device, pipe or socket, not a file. It is never opened.",
        Depth => $"This folder lies more than {LocalTreeWalk.MaxDepth} levels deep. Connect a folder nearer to it.",
        LongPath => "The path is longer than the system takes (4,096 bytes). Connect a folder nearer to it.",
        ClosedFolder => "The app may not list this folder. Give its system user the right to read and enter it.",
        _ => "This folder cannot be listed. Check the disk or network share it lies on.",
    };

    private static StoreFault FaultOf(string obstacle) => obstacle switch
    {
        Link or Special => StoreFault.NeverOpened,
        ClosedFolder => StoreFault.Denied,
        _ => StoreFault.Unreadable,
    };
}

namespace DlpDashboard.Scans;

/// <summary>Objects by how their reading ended: a number for each <see cref="ObjectState"/>.</summary>
/// <param name="Scanned">Read completely.</param>
/// <param name="Partial">Read in part.</param>
/// <param name="Unsupported">Of a format without text, or never opened: links, devices, pipes, sockets.</param>
/// <param name="Encrypted">Closed by a password or key.</param>
/// <param name="Denied">Not allowed to be read.</param>
/// <param name="TooLarge">Over the limit.</param>
/// <param name="ColdStorage">Archived.</param>
/// <param name="Failed">Broke while being read.</param>
public sealed record ScanCounts(
    long Scanned, long Partial, long Unsupported, long Encrypted, long Denied, long TooLarge, long ColdStorage, long Failed)
{
    /// <summary>No object yet.</summary>
    public static ScanCounts Zero { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Objects that ended in any state.</summary>
    public long Total() => Scanned + Unread();

    /// <summary>Objects that were not read completely: while there are any, a scan is never clean.</summary>
    public long Unread() => Partial + Unsupported + Encrypted + Denied + TooLarge + ColdStorage + Failed;

    /// <summary>The number of one state.</summary>
    public long Of(ObjectState state) => state switch
    {
        ObjectState.Scanned => Scanned,
        ObjectState.Partial => Partial,
        ObjectState.Unsupported => Unsupported,
        ObjectState.Encrypted => Encrypted,
        ObjectState.Denied => Denied,
        ObjectState.TooLarge => TooLarge,
        ObjectState.ColdStorage => ColdStorage,
        _ => Failed,
    };

    /// <summary>Both together.</summary>
    public ScanCounts Plus(ScanCounts other) => new(
        Scanned + other.Scanned,
        Partial + other.Partial,
        Unsupported + other.Unsupported,
        Encrypted + other.Encrypted,
        Denied + other.Denied,
        TooLarge + other.TooLarge,
        ColdStorage + other.ColdStorage,
        Failed + other.Failed);

    /// <summary>From a number per state, indexed by <see cref="ObjectState"/>.</summary>
    internal static ScanCounts From(ReadOnlySpan<long> byState) => new(
        byState[(int)ObjectState.Scanned],
        byState[(int)ObjectState.Partial],
        byState[(int)ObjectState.Unsupported],
        byState[(int)ObjectState.Encrypted],
        byState[(int)ObjectState.Denied],
        byState[(int)ObjectState.TooLarge],
        byState[(int)ObjectState.ColdStorage],
        byState[(int)ObjectState.Failed]);
}

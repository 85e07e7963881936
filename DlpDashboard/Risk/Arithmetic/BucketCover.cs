namespace DlpDashboard.Risk.Arithmetic;

/// <summary>How much of a bucket scans have read.</summary>
/// <param name="Objects">Objects known of: met by scans, or counted when it was measured.</param>
/// <param name="Read">Of these, read completely.</param>
/// <param name="Partial">Of these, read in part.</param>
/// <param name="IsWhole">Whether all its objects are known of: some scan has listed it without leaving any out.</param>
public sealed record BucketCover(long Objects, long Read, long Partial, bool IsWhole)
{
    /// <summary>No scan has met it.</summary>
    public static BucketCover None { get; } = new(0, 0, 0, false);

    /// <summary>The share that was read completely, 0 to 1, rounded down to a hundredth so that all is said only of all; null where it is not known, as scans left objects out.</summary>
    public double? Share => IsWhole ? (Objects == 0 ? 1 : Math.Floor(100d * Read / Objects) / 100) : Read + Partial == 0 ? 0 : null;

    /// <summary>The share that may hold anything; half of what scans of a part have not told counts as unread.</summary>
    public double Unread => Share is { } known ? 1 - known : 1 - (0.5 * Read / Math.Max(Objects, 1));

    /// <summary>Whether nothing can be hidden any more.</summary>
    public bool IsComplete => Share is 1;
}

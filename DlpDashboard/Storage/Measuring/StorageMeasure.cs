using DlpDashboard.Data.Leases;

namespace DlpDashboard.Storage.Measuring;

/// <summary>One measuring of all buckets of an endpoint.</summary>
public sealed class StorageMeasure : LeasedRun
{
    /// <summary>Buckets measured so far.</summary>
    public int Buckets { get; private set; }

    /// <summary>Of these, buckets that could not be listed.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Objects counted so far, those of buckets under way included.</summary>
    public long Objects { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>How far it came.</summary>
    internal void Advance(MeasureCounts counts)
    {
        Buckets = counts.Buckets;
        Unlisted = counts.Unlisted;
        Objects = counts.Objects;
        Bytes = counts.Bytes;
    }
}

/// <summary>How far a measure came.</summary>
/// <param name="Buckets">Buckets done.</param>
/// <param name="Unlisted">Of these, buckets that could not be listed.</param>
/// <param name="Objects">Objects counted.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record MeasureCounts(int Buckets, int Unlisted, long Objects, long Bytes)
{
    /// <summary>Nothing yet.</summary>
    public static readonly MeasureCounts None = new(0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static MeasureCounts operator +(MeasureCounts one, MeasureCounts other) =>
        new(one.Buckets + other.Buckets, one.Unlisted + other.Unlisted, one.Objects + other.Objects, one.Bytes + other.Bytes);
}

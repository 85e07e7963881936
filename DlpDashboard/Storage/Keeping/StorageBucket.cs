using DlpDashboard.Kernel;
using DlpDashboard.Providers.Remains;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Prices;

namespace DlpDashboard.Storage.Keeping;

/// <summary>How much lies in a bucket, as it was measured last. Numbers that lists are sorted by are never null; what is not known stands below all that can be.</summary>
public sealed class StorageBucket
{
    /// <summary>Longest name.</summary>
    public const int MaxName = 255;

    /// <summary>Not known.</summary>
    public const long Unknown = long.MinValue;

    /// <summary>Parts of the currency in <see cref="CostMicros"/>.</summary>
    public const long Micros = 1_000_000;

    /// <summary>Follows from endpoint and name (<see cref="StableId.OfBucket"/>).</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The provider's id.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in invariant upper case, for searching alike on every database.</summary>
    public string SearchName { get; init; } = "";

    /// <summary>Where it lies, where that is told.</summary>
    public string? Region { get; private set; }

    /// <summary>Live objects.</summary>
    public long Objects { get; private set; } = Unknown;

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; } = Unknown;

    /// <summary>Bytes more than 30 days ago, or since the first measure if that is later.</summary>
    public long GrowthBytes { get; private set; } = Unknown;

    /// <summary>Over how many days that growth goes.</summary>
    public int GrowthDays { get; private set; }

    /// <summary>Estimated cost of a month, in millionths.</summary>
    public long CostMicros { get; private set; } = Unknown;

    /// <summary>Of the cost.</summary>
    public string? Currency { get; private set; }

    /// <summary>Unfinished uploads.</summary>
    public long? Uploads { get; private set; }

    /// <summary>Their bytes.</summary>
    public long? UploadBytes { get; private set; }

    /// <summary>When the oldest began.</summary>
    public DateTime? OldestUploadUtc { get; private set; }

    /// <summary>Former versions.</summary>
    public long? FormerVersions { get; private set; }

    /// <summary>Their bytes.</summary>
    public long? FormerBytes { get; private set; }

    /// <summary>When it was listed to its end last; null where it never was.</summary>
    public DateTime? MeasuredUtc { get; private set; }

    /// <summary>Why the last measure could not list it; null where it could.</summary>
    public string? Failure { get; private set; }

    /// <summary>The measure that met it last.</summary>
    public Guid LastMeasureId { get; private set; }

    /// <summary>When a complete measure no longer met it.</summary>
    public DateTime? VanishedUtc { get; private set; }

    /// <summary>It was listed to its end.</summary>
    internal void Take(Guid measureId, MeasuredBucket measured, StorageCost? cost, (long Bytes, int Days)? before, DateTime nowUtc)
    {
        Meet(measureId, measured.Listed.Region, null);
        Objects = measured.Objects;
        Bytes = measured.Bytes;
        (GrowthBytes, GrowthDays) = before is { } then ? (measured.Bytes - then.Bytes, then.Days) : (Unknown, 0);
        CostMicros = cost is null ? Unknown : (long)Math.Min(cost.Amount * Micros, long.MaxValue / 4);
        Currency = cost?.Currency;
        (Uploads, UploadBytes, OldestUploadUtc) = measured.Uploads is { } uploads ? (uploads.Count, uploads.Bytes, uploads.OldestUtc) : default((long?, long?, DateTime?));
        (FormerVersions, FormerBytes) = measured.Versions is { } versions ? (versions.Count, versions.Bytes) : default((long?, long?));
        MeasuredUtc = nowUtc;
    }

    /// <summary>It is there; a sentence says why it could not be listed. What was measured before stays.</summary>
    internal void Meet(Guid measureId, string? region, string? failure)
    {
        Region = region is null ? Region : StorableText.Of(region, 60);
        Failure = failure is null ? null : StorableText.Of(failure, StorageMeasure.MaxFailure);
        LastMeasureId = measureId;
        VanishedUtc = null;
    }
}

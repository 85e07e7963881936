using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans.Planning;

/// <summary>A plan as REST takes and tells it. What is left out, null or empty means no limit.</summary>
internal record ScanPlanBody
{
    /// <summary>All objects, or only changed ones.</summary>
    public ScanMode Mode { get; init; }

    /// <summary>Only these detectors look.</summary>
    [MaxLength(ScanPlanCheck.MaxEntries)]
    public IReadOnlyList<string>? Detectors { get; init; }

    /// <summary>Only keys that begin so.</summary>
    [MaxLength(ScanPlanCheck.MaxEntries)]
    public IReadOnlyList<string>? Prefixes { get; init; }

    /// <summary>Only names that end so, without the dot.</summary>
    [MaxLength(ScanPlanCheck.MaxEntries)]
    public IReadOnlyList<string>? Extensions { get; init; }

    /// <summary>Only keys that match one of these globs.</summary>
    [MaxLength(ScanPlanCheck.MaxEntries)]
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>No keys that match one of these globs.</summary>
    [MaxLength(ScanPlanCheck.MaxEntries)]
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>No larger objects.</summary>
    public long? MaxObjectBytes { get; init; }

    /// <summary>Only this share of the objects, above 0 to 100.</summary>
    public double? SamplePercent { get; init; }

    /// <summary>Only the first bytes of each object.</summary>
    public long? BytesPerObject { get; init; }

    /// <summary>After so many seconds it stops cleanly.</summary>
    [Range(1, 30 * 24 * 3600)]
    public int? TimeBudgetSeconds { get; init; }

    /// <summary>After so many bytes read it stops cleanly.</summary>
    public long? ByteBudget { get; init; }

    /// <summary>A plan as it is told.</summary>
    public static ScanPlanBody Of(ScanPlan plan) => new()
    {
        Mode = plan.Mode,
        Detectors = plan.Detectors,
        Prefixes = plan.Prefixes,
        Extensions = plan.Extensions,
        Include = plan.Include,
        Exclude = plan.Exclude,
        MaxObjectBytes = plan.MaxObjectBytes,
        SamplePercent = plan.SamplePercent,
        BytesPerObject = plan.BytesPerObject,
        TimeBudgetSeconds = (int?)plan.TimeBudget?.TotalSeconds,
        ByteBudget = plan.ByteBudget,
    };

    /// <summary>The plan it asks for, not yet checked.</summary>
    public ScanPlan Plan() => new()
    {
        Mode = Mode,
        Detectors = Texts(Detectors),
        Prefixes = Texts(Prefixes),
        Extensions = Texts(Extensions),
        Include = Texts(Include),
        Exclude = Texts(Exclude),
        MaxObjectBytes = MaxObjectBytes,
        SamplePercent = SamplePercent,
        BytesPerObject = BytesPerObject,
        TimeBudget = TimeBudgetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ByteBudget = ByteBudget,
    };

    // JSON may put null into a list of texts.
    private static List<string> Texts(IReadOnlyList<string>? texts) => [.. (texts ?? []).Select(text => text ?? "")];
}

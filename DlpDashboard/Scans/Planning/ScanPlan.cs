using DlpDashboard.Access.Settings;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// What a scan, an estimate or a schedule shall do with an endpoint. Kept as JSON with the scan; what is left out means no limit.
/// <see cref="ScanPlanCheck"/> says which plans are well formed, <see cref="ScanScope"/> which objects one leaves out.
/// </summary>
public sealed record ScanPlan
{
    /// <summary>Every object, all detectors, no limits.</summary>
    public static ScanPlan Everything { get; } = new();

    /// <summary>All objects, or changed ones only.</summary>
    public ScanMode Mode { get; init; }

    /// <summary>Only these detectors look; empty means all that are on. Ids of built-in ones, of custom ones, and of packs, whose later members join.</summary>
    public IReadOnlyList<string> Detectors { get; init; } = [];

    /// <summary>Only keys that begin with one of these, upper and lower case differing; empty means all.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Only names that end in a dot and one of these, whatever the case; empty means all. Without the dot.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Only keys that match one of these globs (<see cref="ScanScope"/>); empty means all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>No keys that match one of these globs; goes over <see cref="Include"/>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>No larger objects, in bytes.</summary>
    public long? MaxObjectBytes { get; init; }

    /// <summary>Only this share of the objects, in percent, chosen by their id: the same plan chooses the same objects again.</summary>
    public double? SamplePercent { get; init; }

    /// <summary>Only the first bytes of each object; one that is longer ends as partial.</summary>
    public long? BytesPerObject { get; init; }

    /// <summary>After this time of running the scan stops cleanly.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>After this many bytes were read the scan stops cleanly.</summary>
    public long? ByteBudget { get; init; }

    /// <summary>The same, as far as an organisation's limits let it go.</summary>
    public ScanPlan Within(OrganisationLimits limits) =>
        limits.LargestObjectBytes is { } largest && !(MaxObjectBytes <= largest) ? this with { MaxObjectBytes = largest } : this;

    /// <summary>Whether every object of the endpoint would be looked at.</summary>
    public bool LeavesNothingOut() =>
        Prefixes.Count + Extensions.Count + Include.Count + Exclude.Count == 0 && MaxObjectBytes is null && SamplePercent is null or 100;
}

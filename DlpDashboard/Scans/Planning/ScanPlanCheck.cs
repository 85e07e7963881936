using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Planning;

/// <summary>Which plans are well formed: what people and REST hand in is bounded, trimmed and freed of repeats. Whether a custom detector is there, only its organisation knows.</summary>
internal static class ScanPlanCheck
{
    /// <summary>Most entries of one list.</summary>
    public const int MaxEntries = 500;

    /// <summary>Longest entry, in characters: the longest key of S3.</summary>
    public const int MaxLength = 1024;

    /// <summary>Least <see cref="ScanPlan.BytesPerObject"/>: fewer would cut most values in two.</summary>
    public const long LeastBytesPerObject = 4096;

    /// <summary>The plan as it will be kept, or the first rule it breaks with its field.</summary>
    public static Outcome<ScanPlan> Tidy(ScanPlan plan)
    {
        var tidy = Trimmed(plan);
        return Broken(tidy).FirstOrDefault() is { } problem ? problem : tidy;
    }

    /// <summary>Every rule the plan breaks, each with its field: for forms, which show them all at once.</summary>
    public static IReadOnlyList<Problem> Problems(ScanPlan plan) => [.. Broken(Trimmed(plan))];

    private static ScanPlan Trimmed(ScanPlan plan) => plan with
    {
        Detectors = Distinct(plan.Detectors, trim: true),
        Prefixes = Distinct(plan.Prefixes, trim: false),
        Extensions = Distinct(plan.Extensions.Select(extension => extension.Trim().TrimStart('*').TrimStart('.').ToLowerInvariant()), trim: true),
        Include = Distinct(plan.Include, trim: true),
        Exclude = Distinct(plan.Exclude, trim: true),
        SamplePercent = plan.SamplePercent is 100 ? null : plan.SamplePercent,
    };

    private static IEnumerable<Problem> Broken(ScanPlan plan)
    {
        Problem?[] all =
        [
            plan.Detectors.FirstOrDefault(id => DetectorCatalogue.Find(id) is null && DetectorPack.Find(id) is null && !CustomRule.IsId(id)) is { } unknown ? ScanProblems.UnknownDetector(unknown) : List(plan.Detectors, "detectors", "detectors"),
            List(plan.Prefixes, "prefixes", "prefixes"),
            List(plan.Extensions, "extensions", "extensions"),
            List(plan.Include, "include", "patterns to include"),
            List(plan.Exclude, "exclude", "patterns to exclude"),
            plan.MaxObjectBytes is <= 0 ? Problem.Invalid("scans.plan-size", "The largest object must have at least 1 byte. Raise the ceiling or leave it out.", "maxObjectBytes") : null,
            plan.SamplePercent is { } percent && !(percent is >= 0.001 and <= 100) ? Problem.Invalid("scans.plan-sample", "The sample is a share from 0.001 to 100 percent. Choose another or leave it out.", "samplePercent") : null,
            plan.BytesPerObject is < LeastBytesPerObject ? Problem.Invalid("scans.plan-bytes", $"At least {LeastBytesPerObject:N0} bytes of each object are read. Raise the number or leave it out.", "bytesPerObject") : null,
            plan.TimeBudget is { } time && (time < TimeSpan.FromMinutes(1) || time > TimeSpan.FromDays(30)) ? Problem.Invalid("scans.plan-time", "The time budget lies between one minute and thirty days. Choose another or leave it out.", "timeBudgetSeconds") : null,
            plan.ByteBudget is <= 0 ? Problem.Invalid("scans.plan-budget", "The byte budget must be at least 1 byte. Raise it or leave it out.", "byteBudget") : null,
        ];
        return all.OfType<Problem>();
    }

    private static Problem? List(IReadOnlyList<string> entries, string field, string name) =>
        entries.Count > MaxEntries ? Problem.Invalid("scans.plan-list", $"At most {MaxEntries} {name} fit in one scan. Name fewer.", field)
        : entries.Any(entry => entry.Length > MaxLength || entry.Contains('\0')) ? Problem.Invalid("scans.plan-entry", $"One of the {name} is longer than {MaxLength} characters or holds a NUL character. Shorten it.", field)
        : null;

    private static List<string> Distinct(IEnumerable<string> entries, bool trim) =>
        [.. entries.Select(entry => trim ? entry.Trim() : entry).Where(entry => entry.Length > 0).Distinct(StringComparer.Ordinal)];
}

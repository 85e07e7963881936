using DlpDashboard.Detection;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Planning;

/// <summary>Which plans are well formed: what people and REST hand in is bounded, trimmed and freed of repeats.</summary>
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
        var tidy = plan with
        {
            Detectors = Distinct(plan.Detectors, trim: true),
            Prefixes = Distinct(plan.Prefixes, trim: false),
            Extensions = Distinct(plan.Extensions.Select(extension => extension.Trim().TrimStart('*').TrimStart('.').ToLowerInvariant()), trim: true),
            Include = Distinct(plan.Include, trim: true),
            Exclude = Distinct(plan.Exclude, trim: true),
            SamplePercent = plan.SamplePercent is 100 ? null : plan.SamplePercent,
        };
        var problem = Lists(tidy) ?? Numbers(tidy);
        return problem is null ? tidy : problem;
    }

    private static Problem? Lists(ScanPlan plan)
    {
        if (plan.Detectors.FirstOrDefault(id => DetectorCatalogue.Find(id) is null) is { } unknown)
        {
            return ScanProblems.UnknownDetector(unknown);
        }

        return List(plan.Detectors, "detectors", "detectors")
            ?? List(plan.Prefixes, "prefixes", "prefixes")
            ?? List(plan.Extensions, "extensions", "extensions")
            ?? List(plan.Include, "include", "patterns to include")
            ?? List(plan.Exclude, "exclude", "patterns to exclude");
    }

    private static Problem? List(IReadOnlyList<string> entries, string field, string name) =>
        entries.Count > MaxEntries ? Problem.Invalid("scans.plan-list", $"At most {MaxEntries} {name} fit in one scan. Name fewer.", field)
        : entries.Any(entry => entry.Length > MaxLength || entry.Contains('\0')) ? Problem.Invalid("scans.plan-entry", $"One of the {name} is longer than {MaxLength} characters or holds a NUL character. Shorten it.", field)
        : null;

    private static Problem? Numbers(ScanPlan plan) =>
        plan.MaxObjectBytes is <= 0 ? Problem.Invalid("scans.plan-size", "The largest object must have at least 1 byte. Raise the ceiling or leave it out.", "maxObjectBytes")
        : plan.SamplePercent is { } percent && !(percent is >= 0.001 and <= 100) ? Problem.Invalid("scans.plan-sample", "The sample is a share from 0.001 to 100 percent. Choose another or leave it out.", "samplePercent")
        : plan.BytesPerObject is < LeastBytesPerObject ? Problem.Invalid("scans.plan-bytes", $"At least {LeastBytesPerObject:N0} bytes of each object are read. Raise the number or leave it out.", "bytesPerObject")
        : plan.TimeBudget is { } time && (time < TimeSpan.FromMinutes(1) || time > TimeSpan.FromDays(30)) ? Problem.Invalid("scans.plan-time", "The time budget lies between one minute and thirty days. Choose another or leave it out.", "timeBudgetSeconds")
        : plan.ByteBudget is <= 0 ? Problem.Invalid("scans.plan-budget", "The byte budget must be at least 1 byte. Raise it or leave it out.", "byteBudget")
        : null;

    private static List<string> Distinct(IEnumerable<string> entries, bool trim) =>
        [.. entries.Select(entry => trim ? entry.Trim() : entry).Where(entry => entry.Length > 0).Distinct(StringComparer.Ordinal)];
}

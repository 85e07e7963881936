using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using DlpDashboard.UI.Time;

namespace DlpDashboard.Scans.Pages;

/// <summary>Plans in words: whole for pages, in a few for lists, part by part for their editor.</summary>
internal static class ScanPlanWords
{
    private const int Named = 2;

    /// <summary>The plan as one sentence.</summary>
    public static string Of(ScanPlan plan)
    {
        var parts = new List<string> { Mode(plan) };
        parts.AddRange(ObjectParts(plan));
        parts.AddRange(SampleParts(plan));
        parts.Add(plan.Detectors.Count == 0 ? "all detectors" : Detectors(plan));
        parts.AddRange(BudgetParts(plan));
        return string.Join("; ", parts) + ".";
    }

    /// <summary>The plan for a cell: "Everything", or its first limits.</summary>
    public static string Brief(ScanPlan plan)
    {
        List<string> parts = [.. plan.Mode == ScanMode.Changed ? ["Changed only"] : Array.Empty<string>(), .. ObjectParts(plan), .. SampleParts(plan)];
        parts.AddRange(plan.Detectors.Count == 0 ? [] : [Detectors(plan)]);
        parts.AddRange(BudgetParts(plan));
        return parts.Count == 0 ? "Everything" : string.Join(", ", parts.Take(Named)) + (parts.Count > Named ? $" and {parts.Count - Named} more" : "");
    }

    /// <summary>Whether all are read again.</summary>
    public static string Mode(ScanPlan plan) => plan.Mode == ScanMode.Changed ? "Changed objects only" : "All objects";

    /// <summary>Which objects count.</summary>
    public static string Objects(ScanPlan plan) => Joined(ObjectParts(plan), "All of them");

    /// <summary>How much of them.</summary>
    public static string Sample(ScanPlan plan) => Joined(SampleParts(plan), "No sample");

    /// <summary>Who looks.</summary>
    public static string Detectors(ScanPlan plan) => plan.Detectors.Count switch
    {
        0 => "All of them",
        <= Named => Texts(plan.Detectors.Select(NameOf)),
        _ when plan.Detectors.Any(id => DetectorPack.Find(id) is not null || CustomRule.IsId(id)) => Texts(plan.Detectors.Select(NameOf)),
        var count => $"{count} of {DetectorCatalogue.All.Count} detectors",
    };

    /// <summary>The name of a built-in detector or pack; a custom one is called by its id.</summary>
    private static string NameOf(string id) => DetectorCatalogue.Find(id)?.Name ?? (DetectorPack.Find(id) is { } pack ? $"{pack.Name} detectors" : id);

    /// <summary>When it stops by itself.</summary>
    public static string Budgets(ScanPlan plan) => Joined(BudgetParts(plan), "None");

    /// <summary>What a clean sample of the plan would prove; null where the plan takes no sample.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="objects">How many objects it is drawn from, where that is known.</param>
    public static string? Bound(ScanPlan plan, long? objects)
    {
        var rest = plan.BytesPerObject is null ? "" : " Nothing is said of what lies behind the first bytes of longer objects.";
        if (plan.SamplePercent is not (> 0 and < 100))
        {
            return rest.Length == 0 ? null : rest.Trim();
        }

        if (objects is not > 0)
        {
            return "The bound that a clean sample gives is shown once the number of objects is known: estimate first." + rest;
        }

        var looked = Math.Clamp((long)Math.Round(objects.Value * plan.SamplePercent.Value / 100), 0, objects.Value);
        var bound = SampleBound.OfClean(objects.Value, looked);
        return $"If nothing is found in about {Words.Counted(looked, "object")}, then with 95% confidence at most {Figures.Grouped(bound.AtMost)} of {Figures.Grouped(objects.Value)} ({Figures.Percent(bound.Share)}) hold something." + rest;
    }

    private static List<string> ObjectParts(ScanPlan plan)
    {
        var parts = new List<string>();
        Add(plan.Prefixes, "below ");
        Add(plan.Extensions.Select(extension => "." + extension), "ending in ");
        Add(plan.Include, "like ");
        Add(plan.Exclude, "without ");
        if (plan.MaxObjectBytes is > 0 and { } size)
        {
            parts.Add($"up to {ScanPlanUnit.Words(size, ScanPlanUnit.Bytes)}");
        }

        return parts;

        void Add(IEnumerable<string> texts, string word)
        {
            if (texts.Any())
            {
                parts.Add(word + Texts(texts));
            }
        }
    }

    private static List<string> SampleParts(ScanPlan plan)
    {
        var parts = new List<string>();
        if (plan.SamplePercent is > 0 and < 100 and { } percent)
        {
            parts.Add($"a sample of {percent.ToString("0.###", CultureInfo.InvariantCulture)}%");
        }

        if (plan.BytesPerObject is > 0 and { } bytes)
        {
            parts.Add($"the first {ScanPlanUnit.Words(bytes, ScanPlanUnit.Bytes)} of each");
        }

        return parts;
    }

    private static List<string> BudgetParts(ScanPlan plan)
    {
        var parts = new List<string>();
        if (plan.TimeBudget is { } time && time > TimeSpan.Zero)
        {
            parts.Add($"stops after {Durations.Of(time)}");
        }

        if (plan.ByteBudget is > 0 and { } bytes)
        {
            parts.Add($"stops after {ScanPlanUnit.Words(bytes, ScanPlanUnit.Bytes)}");
        }

        return parts;
    }

    private static string Joined(List<string> parts, string none) => parts.Count == 0 ? none : string.Join(", ", parts);

    private static string Texts(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return string.Join(", ", all.Take(Named).Select(text => text.Length > 40 ? text[..40] + "…" : text)) + (all.Count > Named ? $" and {all.Count - Named} more" : "");
    }
}

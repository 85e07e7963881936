using System.Text.Json;
using System.Text.Json.Serialization;

namespace DlpDashboard.Scans.Planning;

/// <summary>A plan to begin with.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Help">What it does.</param>
/// <param name="Plan">The plan.</param>
public sealed record ScanPlanPreset(string Name, string Help, ScanPlan Plan)
{
    /// <summary>All of them, the usual one first.</summary>
    public static IReadOnlyList<ScanPlanPreset> All { get; } =
    [
        new("Everything", "Every object, all detectors, no limits.", ScanPlan.Everything),
        new("Quick look", "The first 64 KiB of one object in twenty.", new ScanPlan { SamplePercent = 5, BytesPerObject = 64 << 10 }),
        new("Changed since last time", "Only what is new or changed.", new ScanPlan { Mode = ScanMode.Changed }),
        new("Secrets only", "Keys, tokens and passwords in every object.", new ScanPlan { Detectors = ["pack-secrets"] }),
    ];

    // A plan that is still being written may hold anything, NaN included.
    private static readonly JsonSerializerOptions AnyNumber = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Whether a plan says the same.</summary>
    public bool Is(ScanPlan plan) => JsonSerializer.Serialize(plan, AnyNumber) == JsonSerializer.Serialize(Plan, AnyNumber);
}

namespace DlpDashboard.Tests.House;

/// <summary>Which room may use which, as docs/architecture.md draws it.</summary>
internal static class Rooms
{
    private static readonly string[] Ground = ["Kernel", "Data", "Messaging", "Web", "UI", "Access", "Audit"];

    /// <summary>Rooms that nobody uses: they put the others together.</summary>
    public static readonly IReadOnlySet<string> Roofs = new HashSet<string>(StringComparer.Ordinal) { "Shell", "Cli", "Overview", "Demo" };

    public static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> MayUse = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
    {
        ["Kernel"] = Set(),
        ["Detection"] = Set(),
        ["Data"] = Set("Kernel"),
        ["Providers"] = Set("Kernel"),
        ["Samples"] = Set("Detection"),
        ["Extraction"] = Set("Kernel", "Detection"),
        ["Messaging"] = Set("Kernel"),
        ["Web"] = Set("Kernel"),
        ["UI"] = Set("Kernel"),
        ["Access"] = Set("Kernel", "Data", "Web", "UI"),
        ["Audit"] = Set("Kernel", "Data", "Web", "UI", "Access"),
        ["Events"] = Set(Ground),
        ["Endpoints"] = Set([.. Ground, "Providers", "Events"]),
        ["Storage"] = Set([.. Ground, "Providers", "Endpoints"]),
        ["Posture"] = Set([.. Ground, "Providers", "Endpoints", "Events"]),
        ["Policies"] = Set([.. Ground, "Detection"]),
        ["Findings"] = Set([.. Ground, "Detection", "Events"]),
        ["Detectors"] = Set([.. Ground, "Detection", "Findings"]),
        ["Violations"] = Set([.. Ground, "Policies", "Findings", "Events"]),
        ["Scans"] = Set([.. Ground, "Providers", "Extraction", "Detection", "Detectors", "Endpoints", "Policies", "Findings", "Violations", "Events"]),
        ["Inspection"] = Set([.. Ground, "Detection", "Policies", "Findings", "Violations", "Events"]),
        ["Documents"] = Set([.. Ground, "Extraction", "Inspection", "Findings", "Events"]),
        ["Engineering"] = Set([.. Ground, "Events", "Violations"]),
        ["Chat"] = Set([.. Ground, "Events"]),
        ["Metrics"] = Set([.. Ground, "Storage", "Posture", "Scans", "Findings", "Violations", "Events"]),

        // Joins what rooms of floor 3 may not know of each other: posture, findings, scans and sizes.
        ["Risk"] = Set([.. Ground, "Detection", "Detectors", "Endpoints", "Events", "Findings", "Posture", "Scans", "Storage"]),
        ["Admin"] = Set([.. Ground, "Events", "Metrics"]),
    };

    /// <summary>Whether the wall has a door from one room to the other.</summary>
    public static bool May(string from, string to) =>
        from == to || (!Roofs.Contains(to) && (Roofs.Contains(from) || (MayUse.TryGetValue(from, out var doors) && doors.Contains(to))));

    private static HashSet<string> Set(params string[] rooms) => new(rooms, StringComparer.Ordinal);
}

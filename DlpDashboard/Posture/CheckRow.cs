using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture;

/// <summary>A check of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Provider">Whose buckets it looks at.</param>
/// <param name="Severity">How much a failure matters.</param>
/// <param name="Title">What should be.</param>
/// <param name="Guidance">Why, and what to do.</param>
/// <param name="Controls">Controls it maps to.</param>
public sealed record CheckRow(string Id, string Provider, CheckSeverity Severity, string Title, CheckGuidance Guidance, IReadOnlyList<string> Controls)
{
    /// <summary>All checks.</summary>
    public static IReadOnlyList<CheckRow> All { get; } = [.. CheckCatalogue.All.Select(check => new CheckRow(check.Id, check.Provider, check.Severity, check.Title, check.Guidance, check.Controls))];

    private static readonly Dictionary<string, CheckRow> ById = All.ToDictionary(check => check.Id, StringComparer.Ordinal);

    /// <summary>The check of that id, or null.</summary>
    public static CheckRow? Find(string id) => ById.GetValueOrDefault(id);
}

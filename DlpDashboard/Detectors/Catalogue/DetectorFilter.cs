namespace DlpDashboard.Detectors.Catalogue;

/// <summary>Narrows the catalogue; what is null or empty narrows nothing.</summary>
/// <param name="Text">Part of name, id, region or context words.</param>
/// <param name="Categories">Any of these categories.</param>
/// <param name="Regions">Any of these regions.</param>
/// <param name="Packs">In any of these packs.</param>
/// <param name="IsOn">Whether it looks.</param>
/// <param name="IsCustom">Whether the organisation wrote it.</param>
public sealed record DetectorFilter(
    string? Text = null, IReadOnlyList<string>? Categories = null, IReadOnlyList<string>? Regions = null, IReadOnlyList<string>? Packs = null, bool? IsOn = null, bool? IsCustom = null)
{
    /// <summary>Whether a detector passes.</summary>
    public bool Matches(DetectorRow row) =>
        (string.IsNullOrWhiteSpace(Text) || $"{row.Name} {row.Id} {row.Category} {row.Region} {string.Join(' ', row.ContextWords)}".Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase))
        && (Categories is not { Count: > 0 } || Categories.Contains(row.Category, StringComparer.OrdinalIgnoreCase))
        && (Regions is not { Count: > 0 } || Regions.Contains(row.Region, StringComparer.OrdinalIgnoreCase))
        && (Packs is not { Count: > 0 } || Packs.Intersect(row.Packs, StringComparer.Ordinal).Any())
        && (IsOn is not { } on || on == row.IsOn)
        && (IsCustom is not { } custom || custom == row.IsCustom);
}

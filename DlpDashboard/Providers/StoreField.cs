namespace DlpDashboard.Providers;

/// <summary>One setting a provider asks for: enough to draw a form, check a REST body and tell what must be kept secret.</summary>
/// <param name="Name">Its key in <see cref="StoreConnection.Settings"/>, camelCase as REST names it.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Kind">How it is entered and kept.</param>
/// <param name="Hint">One sentence: what to put here.</param>
/// <param name="IsRequired">Whether it must be given wherever it is shown.</param>
/// <param name="Choices">For <see cref="StoreFieldKind.Choice"/>: the values allowed; the first is the default.</param>
/// <param name="ShownWhen">Where given, the field counts only while another field has a certain value.</param>
public sealed record StoreField(
    string Name,
    string Label,
    StoreFieldKind Kind,
    string Hint,
    bool IsRequired = false,
    IReadOnlyList<StoreChoice>? Choices = null,
    StoreFieldCondition? ShownWhen = null);

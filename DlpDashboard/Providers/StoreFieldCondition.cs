namespace DlpDashboard.Providers;

/// <summary>A field counts only while another one has a value.</summary>
/// <param name="Field">The other field's name.</param>
/// <param name="Value">The value it must have; its default counts where it is absent.</param>
public sealed record StoreFieldCondition(string Field, string Value);

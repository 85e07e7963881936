using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>Settings as REST tells them.</summary>
/// <param name="Version">The version, which is the ETag too.</param>
/// <param name="ChangedUtc">When they were last changed; null where never.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Prices">The organisation's own price tables.</param>
/// <param name="DefaultPrices">The configured ones, which hold for the other providers.</param>
/// <param name="Limits">How far scans may go.</param>
/// <param name="Retention">Days; null keeps for ever.</param>
/// <param name="Configured">What the machine's configuration decides for all organisations, and the setting that changes it.</param>
internal sealed record SettingsAnswer(
    int Version, DateTime? ChangedUtc, string? ChangedBy, IReadOnlyDictionary<string, PriceListBody> Prices, IReadOnlyDictionary<string, PriceListBody> DefaultPrices,
    OrganisationLimits Limits, RetentionBody Retention, IReadOnlyList<ConfiguredValue> Configured)
{
    /// <summary>The answer about settings.</summary>
    public static SettingsAnswer Of(SettingsView view) => new(
        view.Values.Version,
        view.Values.ChangedUtc,
        view.Values.ChangedBy,
        view.Values.Prices.ToDictionary(pair => pair.Key, pair => PriceListBody.Of(pair.Value), StringComparer.Ordinal),
        PricingOptions.Providers.ToDictionary(provider => provider, provider => PriceListBody.Of(view.DefaultPrices.Of(provider)), StringComparer.Ordinal),
        view.Values.Limits,
        RetentionBody.Of(view.Values.Retention),
        view.Configured);
}

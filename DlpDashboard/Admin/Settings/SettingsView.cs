using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>An organisation's settings with what stands beside them.</summary>
/// <param name="Values">What the organisation decided, or the defaults.</param>
/// <param name="DefaultPrices">The configured price tables.</param>
/// <param name="Configured">What the machine's configuration decides.</param>
internal sealed record SettingsView(OrganisationSettings Values, PricingOptions DefaultPrices, IReadOnlyList<ConfiguredValue> Configured);

using DlpDashboard.Access.Settings;

namespace DlpDashboard.Admin.Settings;

/// <summary>Settings as somebody wants them; not yet checked.</summary>
internal sealed record SettingsDraft
{
    /// <summary>Price tables of the organisation's own by provider id; a provider that is not named goes back to the default.</summary>
    public required IReadOnlyDictionary<string, PriceList> Prices { get; init; }

    /// <summary>How far scans may go.</summary>
    public required OrganisationLimits Limits { get; init; }

    /// <summary>For how long what grows is kept.</summary>
    public required RetentionPeriods Retention { get; init; }
}

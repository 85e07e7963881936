namespace DlpDashboard.Access.Settings;

/// <summary>What an organisation decided for itself. One row an organisation; without one the defaults hold.</summary>
public sealed class OrganisationSettings
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Price tables of its own by provider id; providers that are not named keep the configured one.</summary>
    public IReadOnlyDictionary<string, PriceList> Prices { get; set; } = new Dictionary<string, PriceList>(StringComparer.Ordinal);

    /// <summary>Larger objects are left out; null sets no limit.</summary>
    public long? LargestObjectBytes { get; set; }

    /// <summary>Scans at the same time; null sets no limit. A column of its own: the line of scans asks for it in its query.</summary>
    public int? ScansAtOnce { get; set; }

    /// <summary>For how long what grows is kept.</summary>
    public RetentionPeriods Retention { get; set; } = RetentionPeriods.Default;

    /// <summary>Grows with each change; the concurrency token and the ETag. 0 before the first.</summary>
    public int Version { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? ChangedUtc { get; set; }

    /// <summary>Who changed it last, as called then.</summary>
    public string? ChangedBy { get; set; }

    /// <summary>The limits together.</summary>
    public OrganisationLimits Limits => new() { LargestObjectBytes = LargestObjectBytes, ScansAtOnce = ScansAtOnce };
}

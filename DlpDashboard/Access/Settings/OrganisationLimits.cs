namespace DlpDashboard.Access.Settings;

/// <summary>How far an organisation's scans may go; null sets no limit beyond the configured ones.</summary>
public sealed record OrganisationLimits
{
    /// <summary>Largest <see cref="LargestObjectBytes"/>: 1 PB.</summary>
    public const long MostObjectBytes = 1_000_000_000_000_000;

    /// <summary>Most <see cref="ScansAtOnce"/>.</summary>
    public const int MostScansAtOnce = 64;

    /// <summary>What holds where an organisation has set nothing.</summary>
    public static OrganisationLimits None { get; } = new();

    /// <summary>Larger objects are left out of every scan that is asked for from then on.</summary>
    public long? LargestObjectBytes { get; init; }

    /// <summary>Scans of the organisation that run at the same time, on all nodes together; the others wait in line.</summary>
    public int? ScansAtOnce { get; init; }
}

using DlpDashboard.Kernel;

namespace DlpDashboard.Access.Settings;

/// <summary>For how many days an organisation keeps what grows; null keeps it for ever.</summary>
public sealed record RetentionPeriods
{
    /// <summary>Shortest period.</summary>
    public const int LeastDays = 1;

    /// <summary>Longest period: ten years.</summary>
    public const int MostDays = 3650;

    /// <summary>What holds where an organisation has set nothing.</summary>
    public static RetentionPeriods Default { get; } = new();

    /// <summary>Scans that have ended, but for the newest of each endpoint.</summary>
    public int? ScansDays { get; init; } = 90;

    /// <summary>Masked samples of findings that are gone or closed.</summary>
    public int? SamplesDays { get; init; } = 90;

    /// <summary>The histories of schedules.</summary>
    public int? FiringsDays { get; init; } = 180;

    /// <summary>The story of events.</summary>
    public int? EventsDays { get; init; } = 365;

    /// <summary>The audit trail; kept for ever unless a period is set.</summary>
    public int? AuditDays { get; init; }

    /// <summary>The period of one kind.</summary>
    public int? Of(RetentionKind kind) => kind switch
    {
        RetentionKind.Scans => ScansDays,
        RetentionKind.Samples => SamplesDays,
        RetentionKind.Firings => FiringsDays,
        RetentionKind.Events => EventsDays,
        _ => AuditDays,
    };

    /// <summary>The same with 0, which REST may say for ever by, as null.</summary>
    public RetentionPeriods Tidy() => new()
    {
        ScansDays = Positive(ScansDays),
        SamplesDays = Positive(SamplesDays),
        FiringsDays = Positive(FiringsDays),
        EventsDays = Positive(EventsDays),
        AuditDays = Positive(AuditDays),
    };

    private static int? Positive(int? days) => days is 0 ? null : days;
}

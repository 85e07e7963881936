namespace DlpDashboard.Posture.Keeping;

/// <summary>When an organisation wants its endpoints read each day. Without a row the configured time holds.</summary>
public sealed class PostureTiming
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>The hour of the day in UTC, 0 to 23; null turns the daily reading off.</summary>
    public int? HourUtc { get; set; }

    /// <summary>Up to when what was due is done.</summary>
    public DateTime DoneUtc { get; set; }

    /// <summary>When it was set.</summary>
    public DateTime ChangedUtc { get; set; }

    /// <summary>Who set it, as called then.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>The next time after a moment; null where it is off.</summary>
    public DateTime? NextAfter(DateTime utc) => HourUtc is not { } hour ? null : utc.Date.AddHours(hour) is var today && today > utc ? today : today.AddDays(1);

    /// <summary>Whether it is due: an hour that passed while no node ran is made up for, once.</summary>
    public bool IsDue(DateTime utc) => NextAfter(DoneUtc) is { } next && next <= utc;
}

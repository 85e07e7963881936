namespace DlpDashboard.Data.Leases;

/// <summary>Work on an endpoint that a node holds by lease. When the node falls silent, another takes it up where it stood.</summary>
public abstract class LeasedRun
{
    /// <summary>Longest sentence of a failure.</summary>
    public const int MaxFailure = 500;

    /// <summary>Its id; grows with time.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Who asked; null for the daily one.</summary>
    public string? AskedBy { get; init; }

    /// <summary>When.</summary>
    public DateTime AskedUtc { get; init; }

    /// <summary>Where it stands.</summary>
    public LeaseState State { get; private set; }

    /// <summary>When work began first.</summary>
    public DateTime? StartedUtc { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTime? EndedUtc { get; private set; }

    /// <summary>Why it failed, for people.</summary>
    public string? Failure { get; private set; }

    /// <summary>Which process holds it.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>Until when it is left to that process without a sign of life.</summary>
    public DateTime? LeaseUntilUtc { get; private set; }

    /// <summary>Grows with each holder, so that one that was thought dead writes nothing more. The row's concurrency token.</summary>
    public long LeaseToken { get; private set; }

    /// <summary>Whether it came to an end.</summary>
    public bool HasEnded => State > LeaseState.Running;

    /// <summary>A process takes it.</summary>
    internal void Hold(string owner, DateTime nowUtc, TimeSpan lease)
    {
        State = LeaseState.Running;
        StartedUtc ??= nowUtc;
        LeaseOwner = owner;
        LeaseUntilUtc = nowUtc + lease;
        LeaseToken++;
    }

    /// <summary>A sign of life.</summary>
    internal void Renew(DateTime nowUtc, TimeSpan lease) => LeaseUntilUtc = nowUtc + lease;

    /// <summary>It came to its end; a sentence says why where it failed.</summary>
    internal void End(string? failure, DateTime nowUtc)
    {
        State = failure is null ? LeaseState.Completed : LeaseState.Failed;
        Failure = failure?.Length > MaxFailure ? failure[..MaxFailure] : failure;
        EndedUtc = nowUtc;
        LeaseUntilUtc = null;
    }

    /// <summary>Back in line: the process that held it stops.</summary>
    internal void GiveBack()
    {
        State = LeaseState.Queued;
        LeaseUntilUtc = null;
    }
}

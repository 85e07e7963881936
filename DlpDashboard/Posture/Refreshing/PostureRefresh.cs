namespace DlpDashboard.Posture.Refreshing;

/// <summary>One reading of all buckets of an endpoint. A node holds it by lease; when the node falls silent another takes it up and leaves out what was read.</summary>
public sealed class PostureRefresh
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
    public RefreshState State { get; private set; }

    /// <summary>When reading began first.</summary>
    public DateTime? StartedUtc { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTime? EndedUtc { get; private set; }

    /// <summary>Buckets read so far.</summary>
    public int Buckets { get; private set; }

    /// <summary>Of these, insecure ones.</summary>
    public int Insecure { get; private set; }

    /// <summary>Why it failed, for people.</summary>
    public string? Failure { get; private set; }

    /// <summary>Which process holds it.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>Until when it is left to that process without a sign of life.</summary>
    public DateTime? LeaseUntilUtc { get; private set; }

    /// <summary>Grows with each holder, so that one that was thought dead writes nothing more.</summary>
    public long LeaseToken { get; private set; }

    /// <summary>When this process counted the endpoint's buckets last; not kept.</summary>
    internal DateTime? CountedUtc { get; set; }

    /// <summary>Whether it came to an end.</summary>
    public bool HasEnded => State > RefreshState.Running;

    /// <summary>A process takes it.</summary>
    internal void Hold(string owner, DateTime nowUtc, TimeSpan lease)
    {
        State = RefreshState.Running;
        StartedUtc ??= nowUtc;
        LeaseOwner = owner;
        LeaseUntilUtc = nowUtc + lease;
        LeaseToken++;
    }

    /// <summary>Some buckets more; a sign of life.</summary>
    internal void Advance(int buckets, int insecure, DateTime nowUtc, TimeSpan lease)
    {
        Buckets += buckets;
        Insecure += insecure;
        LeaseUntilUtc = nowUtc + lease;
    }

    /// <summary>It came to its end; a sentence says why where it failed.</summary>
    internal void End(string? failure, DateTime nowUtc)
    {
        State = failure is null ? RefreshState.Completed : RefreshState.Failed;
        Failure = failure?.Length > MaxFailure ? failure[..MaxFailure] : failure;
        EndedUtc = nowUtc;
        LeaseUntilUtc = null;
    }

    /// <summary>Back in line: the process that held it stops.</summary>
    internal void GiveBack()
    {
        State = RefreshState.Queued;
        LeaseUntilUtc = null;
    }
}

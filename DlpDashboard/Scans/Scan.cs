using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>
/// One pass over an endpoint. Its state changes only through its methods, and each change of state or holder raises <see cref="LeaseToken"/>:
/// the database refuses a change made on an older token, so a holder that lost its lease can write nothing more.
/// </summary>
public sealed class Scan
{
    /// <summary>Longest <see cref="FailureSentence"/>.</summary>
    public const int SentenceLength = 1000;

    private Scan()
    {
    }

    /// <summary>Its id; newer scans have greater ones.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>What is scanned.</summary>
    public Guid EndpointId { get; private set; }

    /// <summary>The endpoint's provider: some are given only so many scans at a time.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ScanState State { get; private set; }

    /// <summary>The account that asked for it.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>That person's name, as it was then.</summary>
    public string RequestedByName { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTime RequestedUtc { get; private set; }

    /// <summary>Its place in line: the earliest goes first.</summary>
    public DateTime QueuedUtc { get; private set; }

    /// <summary>When a node first took it up.</summary>
    public DateTime? StartedUtc { get; private set; }

    /// <summary>When it ended; null while it waits or runs.</summary>
    public DateTime? EndedUtc { get; private set; }

    /// <summary>The newest scan of the endpoint when this one was asked for; null for the first. A missing link tells that a scan between two was deleted.</summary>
    public Guid? PreviousScanId { get; private set; }

    /// <summary>What it shall do.</summary>
    public ScanPlan Plan { get; private set; } = ScanPlan.Everything;

    /// <summary>How soon it is taken up.</summary>
    public ScanPriority Priority { get; private set; }

    /// <summary>Objects by state.</summary>
    public ScanCounts Counts { get; private set; } = ScanCounts.Zero;

    /// <summary>Of <see cref="Counts"/>, those that had not changed since they were read and were not read again.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Listed objects that the plan left out, up to the mark; all of them once the listing came to its end.</summary>
    public ScanLeftOut LeftOut { get; private set; } = ScanLeftOut.Zero;

    /// <summary>Objects listed so far, without those that the plan left out.</summary>
    public long ObjectsListed { get; private set; }

    /// <summary>Bytes of the objects listed so far.</summary>
    public long BytesListed { get; private set; }

    /// <summary>Whether the listing has come to its end, so that what is left is known.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Bytes, as listed, of the objects that ended in a state.</summary>
    public long BytesDone { get; private set; }

    /// <summary>Bytes really read from the provider.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Values seen.</summary>
    public long Detections { get; private set; }

    /// <summary>Values that the organisation's exclusion rules left out.</summary>
    public long ValuesLeftOut { get; private set; }

    /// <summary>Pairs of object and detector seen.</summary>
    public long Findings { get; private set; }

    /// <summary>Objects of earlier scans that are no longer there.</summary>
    public long Vanished { get; private set; }

    /// <summary>Buckets that could not be listed.</summary>
    public IReadOnlyList<UnlistedBucket> UnlistedBuckets { get; private set; } = [];

    /// <summary>The low-water mark (<see cref="ScanMark"/>); null before the first.</summary>
    public byte[]? Checkpoint { get; private set; }

    /// <summary>Node and process that work on it.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>Raised by each change of state or holder; the concurrency token.</summary>
    public long LeaseToken { get; private set; }

    /// <summary>How often a holder wrote: after a broken connection it tells whether the last writing came in.</summary>
    public long Writes { get; private set; }

    /// <summary>When others may take it over.</summary>
    public DateTime? LeaseUntilUtc { get; private set; }

    /// <summary>When a person asked to stop it, while it runs.</summary>
    public DateTime? CancelRequestedUtc { get; private set; }

    /// <summary>When a person asked to let it rest, while it runs.</summary>
    public DateTime? PauseRequestedUtc { get; private set; }

    /// <summary>When it began or last went on by a person's wish: the time budget counts from here.</summary>
    public DateTime? GoingSinceUtc { get; private set; }

    /// <summary><see cref="BytesRead"/> at that moment: the byte budget counts from here.</summary>
    public long BytesReadBefore { get; private set; }

    /// <summary>Why it failed or stopped and what to do; null otherwise.</summary>
    public string? FailureSentence { get; private set; }

    /// <summary>How often it was taken up: 1 after the first start.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether it has come to an end, for now or for good.</summary>
    public bool HasEnded => State.HasEnded();

    /// <summary>Whether it can go on from its checkpoint.</summary>
    public bool CanResume => State.CanResume();

    /// <summary>A scan that waits in line.</summary>
    public static Scan Request(Guid id, Guid organisationId, Guid endpointId, string provider, Guid accountId, string name, ScanPlan plan, ScanPriority priority, DateTime nowUtc, Guid? previousScanId = null) => new()
    {
        Id = id,
        OrganisationId = organisationId,
        EndpointId = endpointId,
        Provider = provider,
        RequestedBy = accountId,
        RequestedByName = name,
        RequestedUtc = nowUtc,
        QueuedUtc = nowUtc,
        PreviousScanId = previousScanId,
        Plan = plan,
        Priority = priority,
    };

    /// <summary>A node takes it up: from the line, or from a holder whose lease is void.</summary>
    public void Start(string leaseOwner, DateTime nowUtc, TimeSpan lease)
    {
        Demand(State is ScanState.Queued or ScanState.Running);
        State = ScanState.Running;
        StartedUtc ??= nowUtc;
        GoingSinceUtc ??= nowUtc;
        Attempts++;
        LeaseOwner = leaseOwner;
        LeaseUntilUtc = nowUtc + lease;
        LeaseToken++;
    }

    /// <summary>The holder writes, so it is alive.</summary>
    public void Renew(DateTime nowUtc, TimeSpan lease)
    {
        Demand(State is ScanState.Running);
        LeaseUntilUtc = nowUtc + lease;
        Writes++;
    }

    /// <summary>A batch is in.</summary>
    public void Advance(ScanStep step)
    {
        Demand(State is ScanState.Running);
        Counts = Counts.Plus(step.Counts);
        Unchanged += step.Unchanged;
        LeftOut = step.LeftOut;
        BytesDone += step.Bytes;
        BytesRead += step.BytesRead;
        Detections += step.Detections;
        Findings += step.Findings;
        ValuesLeftOut += step.ValuesLeftOut;
        Checkpoint = step.Mark?.ToBytes() ?? Checkpoint;
        See(step.ObjectsListed, step.BytesListed, step.IsListed, step.UnlistedBuckets);
    }

    /// <summary>How far the listing came.</summary>
    public void See(long objectsListed, long bytesListed, bool isListed, IReadOnlyList<UnlistedBucket> unlistedBuckets)
    {
        Demand(State is ScanState.Running);
        ObjectsListed = objectsListed;
        BytesListed = bytesListed;
        IsListed = isListed;
        UnlistedBuckets = unlistedBuckets;
    }

    /// <summary>The listing came to its end with all that the plan left out known.</summary>
    public void LeaveOut(ScanLeftOut all) => LeftOut = all;

    /// <summary>Objects of earlier scans were not there any more.</summary>
    public void Lose(int objects) => Vanished += objects;

    /// <summary>Every listed object ended in a state.</summary>
    public void Complete(DateTime nowUtc) => End(ScanState.Completed, nowUtc, null);

    /// <summary>The provider, or something unforeseen, stopped it.</summary>
    public void Fail(string sentence, DateTime nowUtc) => End(ScanState.Failed, nowUtc, sentence);

    /// <summary>Its time or bytes are used up.</summary>
    public void StopAtBudget(string sentence, DateTime nowUtc) => End(ScanState.Stopped, nowUtc, sentence);

    /// <summary>A person lets it rest.</summary>
    public void Pause(DateTime nowUtc) => End(ScanState.Paused, nowUtc, null);

    /// <summary>A person stopped it: while it waited, or at the holder's next step.</summary>
    public void Cancel(DateTime nowUtc)
    {
        if (State is ScanState.Paused)
        {
            State = ScanState.Queued;
        }

        End(ScanState.Cancelled, nowUtc, null);
    }

    /// <summary>The holder goes: it waits at its old place in line, with all that was done.</summary>
    public void GiveBack()
    {
        Demand(State is ScanState.Running);
        State = ScanState.Queued;
        Release();
    }

    /// <summary>Back in line, behind the others; it will go on from its checkpoint.</summary>
    public void Resume(DateTime nowUtc)
    {
        Demand(CanResume);
        State = ScanState.Queued;
        QueuedUtc = nowUtc;
        EndedUtc = null;
        FailureSentence = null;
        GoingSinceUtc = null;
        BytesReadBefore = BytesRead;
        Release();
    }

    private static void Demand(bool rule)
    {
        if (!rule)
        {
            throw new InvalidOperationException("A scan was asked for a step that its state does not allow.");
        }
    }

    private void End(ScanState state, DateTime nowUtc, string? sentence)
    {
        Demand(!HasEnded);
        State = state;

        // A clock that was set back must not have it end before it began.
        EndedUtc = StartedUtc is { } started && started > nowUtc ? started : nowUtc;
        FailureSentence = sentence?.Length > SentenceLength ? sentence[..SentenceLength] : sentence;
        Release();
    }

    private void Release()
    {
        LeaseOwner = null;
        LeaseUntilUtc = null;
        CancelRequestedUtc = null;
        PauseRequestedUtc = null;
        LeaseToken++;
    }
}

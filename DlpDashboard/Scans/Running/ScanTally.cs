using DlpDashboard.Findings;
using DlpDashboard.Scans.Live;

namespace DlpDashboard.Scans.Running;

/// <summary>The numbers of a run as they stand in memory: ahead of the database by what is not yet written, and thrown away with the run.</summary>
internal sealed class ScanTally
{
    private readonly long[] _byState = new long[Enum.GetValues<ObjectState>().Length];
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly LinkedList<LiveFinding> _latest = new();
    private List<ReaderSlot> _slots = [];
    private IReadOnlyList<UnlistedBucket> _unlisted;
    private long _objectsListed;
    private long _bytesListed;
    private long _bytesDone;
    private long _detections;
    private long _findings;
    private long _foundSoFar;
    private long _unchanged;
    private long _bytesRead;
    private ScanLeftOut _leftOut;
    private volatile bool _isListed;
    private volatile bool _writesWait;
    private volatile bool _leaseWaits;

    public ScanTally(Scan scan, TimeProvider time)
    {
        _time = time;
        foreach (var state in Enum.GetValues<ObjectState>())
        {
            _byState[(int)state] = scan.Counts.Of(state);
        }

        // What an earlier run listed and did not write is listed again.
        _objectsListed = scan.Counts.Total();
        _bytesListed = scan.BytesDone;
        _bytesDone = scan.BytesDone;
        _detections = scan.Detections;
        _findings = scan.Findings;
        _unlisted = scan.UnlistedBuckets;
        _unchanged = scan.Unchanged;
        _leftOut = scan.LeftOut;
        _bytesRead = scan.BytesRead;
    }

    /// <summary>Objects that had not changed.</summary>
    public long Unchanged => Interlocked.Read(ref _unchanged);

    /// <summary>What the plan left out so far.</summary>
    public ScanLeftOut LeftOut => Volatile.Read(ref _leftOut);

    /// <summary>Bytes read from the provider, for objects that ended in a state.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    public long ObjectsListed => Interlocked.Read(ref _objectsListed);

    public long BytesListed => Interlocked.Read(ref _bytesListed);

    public bool IsListed => _isListed;

    /// <summary>Whether the database did not answer the last time it was asked, or did not take what was written.</summary>
    public bool WaitsForDatabase => _writesWait || _leaseWaits;

    public long BytesDone => Interlocked.Read(ref _bytesDone) + Slots.Sum(slot => slot.Bytes);

    public long Detections => Interlocked.Read(ref _detections);

    public long Findings => Interlocked.Read(ref _findings);

    /// <summary>Buckets that could not be listed.</summary>
    public IReadOnlyList<UnlistedBucket> UnlistedBuckets => Volatile.Read(ref _unlisted);

    /// <summary>The readers' slots.</summary>
    public IReadOnlyList<ReaderSlot> Slots => Volatile.Read(ref _slots);

    public ScanCounts Counts()
    {
        Span<long> numbers = stackalloc long[_byState.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Interlocked.Read(ref _byState[i]);
        }

        return ScanCounts.From(numbers);
    }

    public IReadOnlyList<LiveFinding> LatestFindings()
    {
        lock (_lock)
        {
            return [.. _latest];
        }
    }

    public void Listed(long size)
    {
        Interlocked.Increment(ref _objectsListed);
        Interlocked.Add(ref _bytesListed, size);
    }

    /// <summary>The plan leaves a listed object out. Only the lister calls it.</summary>
    public void LeftOutOne(Planning.LeftOutBy by, long bytes) => Volatile.Write(ref _leftOut, _leftOut.With(by, bytes));

    /// <summary>The last writing came in, or did not.</summary>
    public void WritesWait(bool wait) => _writesWait = wait;

    /// <summary>The lease could be looked at, or could not.</summary>
    public void LeaseWaits(bool wait) => _leaseWaits = wait;

    public void ListingEnded() => _isListed = true;

    /// <summary>Takes one listing of a bucket to the books: the one before is forgotten.</summary>
    public void BucketListed(string bucket, UnlistedBucket? failure)
    {
        IEnumerable<UnlistedBucket> others = _unlisted.Where(other => other.Bucket != bucket);
        Volatile.Write(ref _unlisted, failure is null ? [.. others] : [.. others, failure]);
    }

    public ReaderSlot AddReader()
    {
        lock (_lock)
        {
            var slot = new ReaderSlot(_time);
            Volatile.Write(ref _slots, [.. _slots, slot]);
            return slot;
        }
    }

    public void Read(ReadObject read)
    {
        Interlocked.Increment(ref _byState[(int)read.Result.State]);
        Interlocked.Add(ref _bytesDone, read.Listed.Stored.Size);
        Interlocked.Add(ref _bytesRead, read.Result.BytesRead);
        if (read.IsUnchanged)
        {
            Interlocked.Increment(ref _unchanged);
        }

        if (read.Findings > 0)
        {
            Interlocked.Add(ref _findings, read.Findings);
            Interlocked.Add(ref _detections, read.Detections);
        }
    }

    /// <summary>A batch is committed: its new findings may be shown.</summary>
    public void Committed(IReadOnlyList<FindingChange> changes, DateTime atUtc)
    {
        lock (_lock)
        {
            foreach (var change in changes)
            {
                if (change.Kind is FindingChangeKind.New or FindingChangeKind.Reopened)
                {
                    _latest.AddFirst(new LiveFinding(
                        ++_foundSoFar, change.FindingId, change.Bucket, change.ObjectKey, change.DetectorId, change.Severity, change.Count, change.Sample, atUtc));
                }

                if (_latest.Count > ScanProgress.FindingLimit)
                {
                    _latest.RemoveLast();
                }
            }
        }
    }
}

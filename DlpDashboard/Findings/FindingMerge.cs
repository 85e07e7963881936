using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;

namespace DlpDashboard.Findings;

/// <summary>
/// What a batch makes of the findings that are there: rows to write, changes to tell, steps for the history and differences for the roll-up.
/// Pure: reads and writes nothing.
/// </summary>
internal sealed class FindingMerge(FindingBatch batch, IReadOnlyDictionary<Guid, Finding> existing)
{
    private readonly HashSet<Guid> seen = [];

    /// <summary>Seen for the first time.</summary>
    public List<Finding> Added { get; } = [];

    /// <summary>Seen again, with new samples.</summary>
    public List<Finding> SeenAgain { get; } = [];

    /// <summary>Seen again exactly as they were: only when and by which scan is new.</summary>
    public List<Guid> SeenTheSame { get; } = [];

    /// <summary>Whose, and when.</summary>
    public FindingBatch Batch => batch;

    /// <summary>Gone now; their samples stay as they were written.</summary>
    public List<Finding> Closed { get; } = [];

    public List<FindingChange> Changes { get; } = [];

    public List<FindingStatusChange> Steps { get; } = [];

    /// <summary>For the scan's history: what nobody knew before.</summary>
    public List<ScanFindingChange> Appeared { get; } = [];

    /// <summary>For the scan's history: what was known and is other than it was.</summary>
    public List<ScanFindingChange> Turned { get; } = [];

    public FindingTotalDeltas Deltas { get; } = new();

    public void Run()
    {
        var completed = new HashSet<Guid>();
        foreach (var seenObject in batch.Objects)
        {
            foreach (var found in seenObject.Findings)
            {
                Merge(seenObject, found);
            }

            if (seenObject.IsComplete)
            {
                completed.Add(seenObject.ObjectId);
            }
        }

        foreach (var finding in existing.Values)
        {
            if (completed.Contains(finding.ObjectId) && !seen.Contains(finding.Id) && finding.GoneUtc is null)
            {
                Close(finding, "No longer in the object.");
            }
        }
    }

    /// <summary>Everything known of these objects is gone: the objects are no longer there.</summary>
    public void CloseAll(string reason)
    {
        foreach (var finding in existing.Values.Where(f => f.GoneUtc is null))
        {
            Close(finding, reason);
        }
    }

    private void Merge(SeenObject seenObject, SeenFinding found)
    {
        var id = StableId.OfFinding(seenObject.ObjectId, found.DetectorId);
        seen.Add(id);
        var isKnown = existing.TryGetValue(id, out var row);
        var before = isKnown ? FindingMeasure.Standing(row!) : null;
        row ??= NewRow(id, seenObject, found.DetectorId);
        if (isKnown)
        {
            Deltas.Take(row);
        }

        var kind = isKnown ? FindingChangeKind.SeenAgain : FindingChangeKind.New;
        if (isKnown && row.Status == FindingStatus.Resolved)
        {
            SetStatus(row, FindingStatus.Open, "Seen again by a scan.");
            kind = FindingChangeKind.Reopened;
        }

        var samples = FindingSamples.Write(found.Samples.Count > Finding.MaxSamples ? found.Samples.Take(Finding.MaxSamples).ToList() : found.Samples);
        var hash = FindingSamples.HashOf(samples);
        if (kind == FindingChangeKind.SeenAgain && row.GoneUtc is null && row.SamplesHash == hash
            && (row.Category, row.Severity, row.Likelihood, row.Count) == (found.Category, found.Severity, found.Likelihood, found.Count))
        {
            SeenTheSame.Add(id);
            Deltas.Add(row);
            Changes.Add(Tell(row, kind, found.Samples.Count > 0 ? found.Samples[0].Value : null));
            return;
        }

        row.Category = found.Category;
        row.Severity = found.Severity;
        row.Likelihood = found.Likelihood;
        row.Count = found.Count;
        row.LastSeenUtc = batch.AtUtc;
        row.LastScanId = batch.ScanId;
        row.GoneUtc = null;
        row.SamplesJson = samples;
        row.SamplesHash = hash;
        Remember(row, isKnown, before);
        Deltas.Add(row);
        (isKnown ? SeenAgain : Added).Add(row);
        Changes.Add(Tell(row, kind, found.Samples.Count > 0 ? found.Samples[0].Value : null));
    }

    private Finding NewRow(Guid id, SeenObject seenObject, string detectorId) => new()
    {
        Id = id,
        OrganisationId = batch.OrganisationId,
        EndpointId = batch.EndpointId,
        ObjectId = seenObject.ObjectId,
        Bucket = StorableText.Of(seenObject.Bucket, Finding.MaxBucket),
        ObjectKey = StorableText.Of(seenObject.Key, Finding.MaxKey),
        DetectorId = detectorId,
        FirstSeenUtc = batch.AtUtc,
        Status = FindingStatus.Open,
    };

    private void Remember(Finding row, bool isKnown, FindingMeasure? before)
    {
        var after = FindingMeasure.Of(row);
        if (before != after)
        {
            (isKnown ? Turned : Appeared).Add(ScanFindingChange.Of(batch, row, isKnown, before, after));
        }
    }

    private void Close(Finding row, string reason)
    {
        Turned.Add(ScanFindingChange.Of(batch, row, wasKnown: true, FindingMeasure.Of(row), after: null));
        Deltas.Take(row);
        row.GoneUtc = batch.AtUtc;
        if (row.Status is FindingStatus.Open or FindingStatus.Acknowledged)
        {
            SetStatus(row, FindingStatus.Resolved, reason);
        }

        Deltas.Add(row);
        Closed.Add(row);
        Changes.Add(Tell(row, FindingChangeKind.Gone, sample: null));
    }

    private void SetStatus(Finding row, FindingStatus to, string reason)
    {
        Steps.Add(new FindingStatusChange
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(batch.AtUtc)),
            OrganisationId = batch.OrganisationId,
            EndpointId = batch.EndpointId,
            FindingId = row.Id,
            AtUtc = batch.AtUtc,
            From = row.Status,
            To = to,
            Reason = reason,
        });
        row.Status = to;
        row.StatusBy = null;
        row.StatusAtUtc = batch.AtUtc;
        row.StatusReason = reason;
        row.Revision++;
    }

    private static FindingChange Tell(Finding row, FindingChangeKind kind, string? sample) =>
        new(row.Id, kind, row.Bucket, row.ObjectKey, row.DetectorId, row.Severity, row.Likelihood, row.Count, sample);
}

using System.Diagnostics;

namespace DlpDashboard.Scans.Running;

/// <summary>One holder's work on a scan: what all of its parts share.</summary>
internal sealed class ScanRun : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly long _began;

    public ScanRun(Scan scan, string endpointName, TimeProvider time)
    {
        _time = time;
        _began = time.GetTimestamp();
        Scan = scan;
        EndpointName = endpointName;
        Token = scan.LeaseToken;
        Writes = scan.Writes;
        Checkpoint = ScanMark.FromBytes(scan.Checkpoint);
        Tally = new ScanTally(scan, time);
        Trace = ScanMeasures.Begun(scan, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Its trace; null where nobody listens.</summary>
    public Activity? Trace { get; }

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>The scan as it was taken up; not tracked, never changed.</summary>
    public Scan Scan { get; }

    /// <summary>For the story of events.</summary>
    public string EndpointName { get; }

    /// <summary>The lease's token: what it guards is written only while the row carries it.</summary>
    public long Token { get; }

    /// <summary>How often the scan was written, as far as is known here; the row's number is the truth.</summary>
    public long Writes { get; private set; }

    /// <summary>Where an earlier run stood.</summary>
    public ScanMark? Checkpoint { get; }

    /// <summary>What its detectors are called (<see cref="Planning.DetectorSetName"/>); known before the first object is listed.</summary>
    public string DetectorSet { get; set; } = "";

    /// <summary>Whether an earlier run may have written objects already.</summary>
    public bool IsResumed => Scan.Attempts > 1;

    /// <summary>What can be counted while it runs.</summary>
    public ScanTally Tally { get; }

    /// <summary>Ends listing and reading; what was read is still written.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Why it ends early.</summary>
    public ScanStop Reason { get; private set; }

    /// <summary>With <see cref="ScanStop.Failed"/>: what happened and what to do.</summary>
    public string? Sentence { get; private set; }

    /// <summary>A writing came in.</summary>
    public void Wrote() => Writes++;

    /// <summary>Ends the run early. The first reason stands, but a lost lease goes over every other.</summary>
    public void Stop(ScanStop reason, string? sentence = null)
    {
        lock (_lock)
        {
            if (Reason == ScanStop.None || reason == ScanStop.LeaseLost)
            {
                Reason = reason;
                Sentence = sentence;
            }
        }

        _stopping.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Trace?.Dispose();
        _stopping.Dispose();
    }
}

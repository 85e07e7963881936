using System.Diagnostics;
using System.Diagnostics.Metrics;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.Web.Telemetry;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// What scans count and trace, by <see cref="Measures"/>. Metrics carry the provider and how something ended and nothing else, so that their number does not grow with
/// organisations, endpoints or objects; traces carry ids and counts. Counted is what was committed, so the sums are those of the scans.
/// </summary>
internal static class ScanMeasures
{
    /// <summary>How a run ends that may not write its own end: another holder or the next one goes on.</summary>
    public const string Lost = "lost";

    private const string Provider = "provider";
    private const string Outcome = "outcome";

    private static readonly Counter<long> Objects = Measures.Meter.CreateCounter<long>("dlp.scan.objects", "{object}", "Objects whose reading ended, by state.");
    private static readonly Counter<long> Bytes = Measures.Meter.CreateCounter<long>("dlp.scan.bytes", "By", "Bytes read from providers.");
    private static readonly Counter<long> Findings = Measures.Meter.CreateCounter<long>("dlp.scan.findings", "{finding}", "Pairs of object and detector seen.");
    private static readonly Counter<long> Batches = Measures.Meter.CreateCounter<long>("dlp.scan.batches", "{batch}", "Transactions that wrote objects and their findings.");
    private static readonly Counter<long> Refused = Measures.Meter.CreateCounter<long>("dlp.scan.writes.refused", "{try}", "Tries to write that the database refused or did not answer.");
    private static readonly Histogram<double> BatchTime = Measures.Meter.CreateHistogram<double>("dlp.scan.batch.duration", "s", "Time to write one batch, waiting for the database included.");
    private static readonly Histogram<double> QueueWait = Measures.Meter.CreateHistogram<double>("dlp.scan.queue.wait", "s", "Time from being put in line to being taken up.");
    private static readonly Histogram<double> Duration = Measures.Meter.CreateHistogram<double>("dlp.scan.duration", "s", "Time of one run of a scan, by how it ended.");
    private static readonly UpDownCounter<long> Running = Measures.Meter.CreateUpDownCounter<long>("dlp.scan.running", "{scan}", "Scans that run on this node.");
    private static readonly Counter<long> Firings = Measures.Meter.CreateCounter<long>("dlp.schedule.firings", "{firing}", "Due times of schedules, by what came of them.");

    /// <summary>A run begins. The result is its trace, to be disposed at its end; null where nobody listens.</summary>
    public static Activity? Begun(Scan scan, DateTime nowUtc)
    {
        var provider = ProviderOf(scan);
        Running.Add(1, provider);

        // Clocks that were set back give no waits below nothing.
        QueueWait.Record(Math.Max(0, (nowUtc - scan.QueuedUtc).TotalSeconds), provider);
        var trace = Measures.Activities.StartActivity("scan");
        trace?.SetTag("dlp.scan.id", scan.Id).SetTag("dlp.endpoint.id", scan.EndpointId).SetTag("dlp.organisation.id", scan.OrganisationId).SetTag("dlp.scan.attempt", scan.Attempts).SetTag(Provider, scan.Provider);
        return trace;
    }

    /// <summary>A run is over.</summary>
    /// <param name="run">Which.</param>
    /// <param name="state">The state its scan has now; null where it was lost.</param>
    public static void Ended(ScanRun run, ScanState? state)
    {
        var outcome = state is { } known ? Name(known) : Lost;
        Running.Add(-1, ProviderOf(run.Scan));
        Duration.Record(run.Elapsed.TotalSeconds, ProviderOf(run.Scan), new(Outcome, outcome));
        run.Trace?.SetTag(Outcome, outcome).SetTag("dlp.scan.objects", run.Tally.Counts().Total()).SetTag("dlp.scan.bytes", run.Tally.BytesRead).SetTag("dlp.scan.findings", run.Tally.Findings);
        run.Trace?.SetStatus(state is ScanState.Failed or null ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }

    /// <summary>A batch is about to be written; disposing the result ends its trace.</summary>
    public static Activity? Writing(int objects) => Measures.Activities.StartActivity("scan.batch")?.SetTag("dlp.scan.objects", objects);

    /// <summary>A batch is committed.</summary>
    public static void Written(Scan scan, ScanStep step, TimeSpan took)
    {
        var provider = ProviderOf(scan);
        foreach (var state in Enum.GetValues<ObjectState>())
        {
            if (step.Counts.Of(state) is > 0 and var count)
            {
                Objects.Add(count, provider, new("state", Name(state)));
            }
        }

        Bytes.Add(step.BytesRead, provider);
        Findings.Add(step.Findings, provider);
        Batches.Add(1, provider);
        BatchTime.Record(took.TotalSeconds, provider);
    }

    /// <summary>The database refused to write, or did not answer.</summary>
    public static void WasRefused(Scan scan) => Refused.Add(1, ProviderOf(scan));

    /// <summary>A schedule came up.</summary>
    public static void Fired(FiringOutcome outcome) => Firings.Add(1, new KeyValuePair<string, object?>(Outcome, Name(outcome)));

    private static KeyValuePair<string, object?> ProviderOf(Scan scan) => new(Provider, scan.Provider);

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

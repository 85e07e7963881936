using DlpDashboard.Endpoints;
using DlpDashboard.Providers;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Scans.Running;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans;

/// <summary>
/// One scan from where it stands to its end. Whatever ends it, what was read is written first and the state last, and both only while the
/// lease is ours: a scan that is killed at any moment goes on elsewhere with exact numbers.
/// </summary>
internal sealed class ScanRunner(
    OpenStore open, ScanPipeline pipeline, VanishedObjects vanished, ScanLedger ledger, ScanAttendant attendant, IOptions<ScanOptions> options)
{
    /// <summary>Runs a scan that is held by this process. When <paramref name="shutdown"/> comes, it goes back in line.</summary>
    public async Task RunAsync(ClaimedScan claimed, CancellationToken shutdown)
    {
        using var run = attendant.Begin(claimed);
        await using var attendance = attendant.Attend(run);
        await using var onShutdown = shutdown.Register(() => run.Stop(ScanStop.ShuttingDown));
        var opened = await open(run.Scan.OrganisationId, run.Scan.EndpointId, CancellationToken.None);
        if (!opened.Succeeded)
        {
            run.Stop(ScanStop.Failed, opened.Problem.Sentence);
            await EndAsync(run, attendance);
            return;
        }

        await using var endpoint = opened.Value;
        var stragglers = await pipeline.RunAsync(run, endpoint.Store, Degree(claimed.IsLocal));
        await CloseVanishedAsync(run, endpoint);
        await EndAsync(run, attendance);
        await stragglers;
    }

    private async Task CloseVanishedAsync(ScanRun run, OpenEndpoint endpoint)
    {
        var filter = BucketFilter.Parse(endpoint.BucketFilter);
        if (run.Reason != ScanStop.None || !filter.Succeeded)
        {
            return;
        }

        try
        {
            await vanished.CloseAsync(run, filter.Value, endpoint.Prefix, run.Stopping);
        }
        catch (LeaseLostException)
        {
            run.Stop(ScanStop.LeaseLost);
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // The stop has its reason already.
        }
    }

    private async Task EndAsync(ScanRun run, ScanAttendance attendance)
    {
        await attendance.StopAsync();
        if (run.Reason == ScanStop.LeaseLost)
        {
            return;
        }

        try
        {
            attendance.Tell(await ledger.EndAsync(run, CancellationToken.None));
        }
        catch (LeaseLostException)
        {
            // Its new holder says how it ends.
        }
    }

    private int Degree(bool isLocal) =>
        options.Value.Readers > 0 ? options.Value.Readers : isLocal ? Environment.ProcessorCount : 2 * Environment.ProcessorCount;
}

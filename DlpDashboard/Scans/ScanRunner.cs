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
        OpenEndpoint? endpoint = null;
        var stragglers = Task.CompletedTask;
        await pipeline.GuardAsync(run, async token =>
        {
            var opened = await open(run.Scan.OrganisationId, run.Scan.EndpointId, token);
            endpoint = opened.Value;
            if (endpoint is null)
            {
                run.Stop(ScanStop.Failed, opened.Problem?.Sentence);
                return;
            }

            stragglers = await pipeline.RunAsync(run, endpoint.Store, Degree(claimed.Scan.Provider), token);
            await CloseVanishedAsync(run, endpoint, token);
        }, end: null, run.Stopping);
        try
        {
            await EndAsync(run, attendance);
        }
        finally
        {
            await stragglers;
            if (endpoint is not null)
            {
                await endpoint.DisposeAsync();
            }
        }
    }

    private async Task CloseVanishedAsync(ScanRun run, OpenEndpoint endpoint, CancellationToken cancellationToken)
    {
        var filter = BucketFilter.Parse(endpoint.BucketFilter);
        if (run.Reason == ScanStop.None && filter.Succeeded)
        {
            await vanished.CloseAsync(run, filter.Value, endpoint.Prefix, cancellationToken);
        }
    }

    private async Task EndAsync(ScanRun run, ScanAttendance attendance)
    {
        // From here on the row's token changes by our own hand: nobody may take that for a lost lease.
        await attendance.DisposeAsync();
        ScanState? state = null;
        try
        {
            if (run.Reason != ScanStop.LeaseLost)
            {
                state = await ledger.EndAsync(run, CancellationToken.None);
                attendance.Tell(state.Value);
            }
        }
        catch (LeaseLostException)
        {
            // Its new holder says how it ends.
        }
        catch (DatabaseFullException)
        {
            // Not even that can be written. The lease runs out, and whoever takes the scan up goes on once there is room.
        }
        finally
        {
            ScanMeasures.Ended(run, state);
        }
    }

    private int Degree(string provider) =>
        options.Value.PerProvider.GetValueOrDefault(provider) is { Readers: > 0 } own ? own.Readers
        : options.Value.Readers > 0 ? options.Value.Readers
        : provider == ScanQueue.LocalProvider ? Environment.ProcessorCount : 2 * Environment.ProcessorCount;
}

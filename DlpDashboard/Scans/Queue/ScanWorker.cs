using DlpDashboard.Scans.Live;
using DlpDashboard.Web.Telemetry;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Queue;

/// <summary>Runs scans on this node, a few at a time. When the app stops, each writes what it has and goes back in line.</summary>
internal sealed class ScanWorker(
    ScanQueue queue, ScanRunner runner, ScanSignals signals, ScanProgressFeed feed, IOptions<ScanOptions> options, ILogger<ScanWorker> log)
    : BackgroundService
{
    private readonly List<Task> _running = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isTakenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isTakenOver)
                {
                    await queue.TakeOverAsync(stoppingToken);
                    isTakenOver = true;
                }

                await FillAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The line of scans could not be read; it is tried again.");
            }

            try
            {
                await signals.WaitAsync(options.Value.LookForWork, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(_running);
    }

    private async Task FillAsync(CancellationToken stoppingToken)
    {
        _running.RemoveAll(run => run.IsCompleted);
        while (_running.Count < options.Value.ConcurrentScans)
        {
            var claimed = await queue.ClaimAsync(stoppingToken);
            if (claimed is null)
            {
                return;
            }

            feed.Changed(claimed.Scan.OrganisationId);
            _running.Add(RunAsync(claimed, stoppingToken));
        }
    }

    private async Task RunAsync(ClaimedScan claimed, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var scope = log.BeginScan(claimed.Scan.OrganisationId, claimed.Scan.Id, claimed.Scan.EndpointId);
        try
        {
            await runner.RunAsync(claimed, stoppingToken);
        }
        catch (Exception failure)
        {
            // The lease runs out and the scan is taken up again, here or elsewhere.
            log.LogError(failure, "Scan {ScanId} was left by this node.", claimed.Scan.Id);
        }
        finally
        {
            feed.Changed(claimed.Scan.OrganisationId);
            signals.Wake();
        }
    }
}

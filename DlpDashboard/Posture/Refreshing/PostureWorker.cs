using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Runs refreshes on this node, a few at a time. When the app stops, what was read is kept and the rest goes back in line.</summary>
internal sealed class PostureWorker(PostureQueue queue, PostureRunner runner, IOptions<PostureOptions> options, ILogger<PostureWorker> log) : BackgroundService
{
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(5);
    private readonly List<Task> _running = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
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

                _running.RemoveAll(run => run.IsCompleted);
                while (_running.Count < options.Value.ConcurrentRefreshes && await queue.ClaimAsync(stoppingToken) is { } claimed)
                {
                    _running.Add(RunAsync(claimed, stoppingToken));
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The line of posture refreshes could not be read; it is tried again.");
            }

            try
            {
                await queue.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(_running);
    }

    private async Task RunAsync(PostureRefresh run, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await runner.RunAsync(run, stoppingToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning("Posture refresh {RefreshId} was taken up by another node.", run.Id);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await GiveBackAsync(run);
        }
        catch (Exception failure)
        {
            // The lease runs out and it is taken up again, here or elsewhere.
            log.LogError(failure, "Posture refresh {RefreshId} was left by this node.", run.Id);
        }
        finally
        {
            queue.Wake();
        }
    }

    private async Task GiveBackAsync(PostureRefresh run)
    {
        using var limit = new CancellationTokenSource(LastWrite);
        try
        {
            await queue.GiveBackAsync(run, limit.Token);
        }
        catch (Exception failure)
        {
            // Its lease runs out instead.
            log.LogWarning(failure, "Posture refresh {RefreshId} could not be put back in line.", run.Id);
        }
    }
}

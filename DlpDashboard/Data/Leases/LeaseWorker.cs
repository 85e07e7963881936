using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.Leases;

/// <summary>Works off a line on this node, a few at a time. When the app stops, what was done is kept and the rest goes back in line.</summary>
/// <typeparam name="TRun">The work.</typeparam>
/// <param name="queue">The line.</param>
/// <param name="runner">Does the work.</param>
/// <param name="terms">How much at a time.</param>
/// <param name="log">Told of what breaks.</param>
public sealed class LeaseWorker<TRun>(LeaseQueue<TRun> queue, ILeaseRunner<TRun> runner, LeaseTerms<TRun> terms, ILogger<LeaseWorker<TRun>> log) : BackgroundService
    where TRun : LeasedRun
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
                while (_running.Count < terms.AtOnce && await queue.ClaimAsync(stoppingToken) is { } claimed)
                {
                    _running.Add(RunAsync(claimed, stoppingToken));
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The line of every {Work} could not be read; it is tried again.", terms.Name);
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

    private async Task RunAsync(TRun run, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await runner.RunAsync(run, stoppingToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning("The {Work} {RunId} was taken up by another node.", terms.Name, run.Id);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await GiveBackAsync(run);
        }
        catch (Exception failure)
        {
            // The lease runs out and it is taken up again, here or elsewhere.
            log.LogError(failure, "The {Work} {RunId} was left by this node.", terms.Name, run.Id);
        }
        finally
        {
            queue.Wake();
        }
    }

    private async Task GiveBackAsync(TRun run)
    {
        using var limit = new CancellationTokenSource(LastWrite);
        try
        {
            await queue.GiveBackAsync(run, limit.Token);
        }
        catch (Exception failure)
        {
            // Its lease runs out instead.
            log.LogWarning(failure, "The {Work} {RunId} could not be put back in line.", terms.Name, run.Id);
        }
    }
}

using Microsoft.Extensions.Options;

namespace DlpDashboard.Risk.Joining;

/// <summary>Looks from time to time whether anything was marked, and joins until nothing is left.</summary>
internal sealed class RiskWorker(RiskJoiner joiner, IOptions<RiskOptions> options, TimeProvider time, ILogger<RiskWorker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var isMarked = false;
        using var timer = new PeriodicTimer(options.Value.LookForMarks, time);
        do
        {
            try
            {
                if (!isMarked)
                {
                    await joiner.MarkForgottenAsync(stoppingToken);
                    isMarked = true;
                }

                while (await joiner.JoinSomeAsync(stoppingToken))
                {
                    stoppingToken.ThrowIfCancellationRequested();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Risks could not be joined; it is tried again.");
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

using DlpDashboard.Access.Settings;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Admin.Retention;

/// <summary>
/// Removes what an organisation no longer keeps, in small transactions: ended anywhere, it is taken up by the next run, since nothing but the ages of
/// the rows says what is left. Of one organisation one run at a time, on whatever node.
/// </summary>
internal sealed class RetentionRunner(
    IDatabaseDialect dialect, SettingsDirectory settings, IEnumerable<IRetentionPart> parts, RetentionLedger ledger, IOptions<RetentionOptions> options, TimeProvider time)
{
    private const int Attempts = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const string EndedEarly = "It was ended early; the next run goes on.";
    private const string EndedBroken = "Something unforeseen ended it; the next run goes on. If it fails again, look into the log.";

    /// <summary>The lock that a run of the organisation holds.</summary>
    public static string TurnOf(Guid organisationId) => $"retention/{organisationId:N}";

    /// <summary>Runs an organisation's retention.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="askedId">The run that a person asked for; null for the daily one.</param>
    /// <param name="cancellationToken">Ends it after the transaction under way; what it removed is noted.</param>
    /// <returns>The run as it ended; null where another one is under way or the asked one is gone.</returns>
    public async Task<RetentionRun?> RunAsync(Guid organisationId, Guid? askedId, CancellationToken cancellationToken)
    {
        await using var turn = await TakeTurnAsync(organisationId, cancellationToken);
        if (turn is null)
        {
            await ledger.DropAsync(askedId, cancellationToken);
            return null;
        }

        if (await ledger.BeginAsync(organisationId, askedId, cancellationToken) is not { } run)
        {
            return null;
        }

        try
        {
            var periods = (await settings.OfAsync(organisationId, cancellationToken)).Retention;
            foreach (var part in parts.OrderBy(part => part.Kind))
            {
                if (periods.Of(part.Kind) is { } days)
                {
                    await RemoveAsync(run, part, run.ReachUtc!.Value.AddDays(-days), cancellationToken);
                }
            }
        }
        catch (Exception failure)
        {
            var isWish = failure is OperationCanceledException && cancellationToken.IsCancellationRequested;

            // Not by the token that ended it: that it ended is to be noted.
            await ledger.EndAsync(run, isWish ? RetentionState.Stopped : RetentionState.Failed, isWish ? EndedEarly : EndedBroken, CancellationToken.None);
            throw;
        }

        await ledger.EndAsync(run, RetentionState.Completed, sentence: null, CancellationToken.None);
        return run;
    }

    /// <summary>The database lets go of a turn a moment after its holder did, so a turn that is taken is asked for a few times.</summary>
    private async Task<IAsyncDisposable?> TakeTurnAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var turn = await dialect.TryHoldAsync(TurnOf(organisationId), cancellationToken);
            if (turn is not null || attempt == Attempts)
            {
                return turn;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task RemoveAsync(RetentionRun run, IRetentionPart part, DateTime beforeUtc, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var removed = await part.RemoveAsync(run.OrganisationId, beforeUtc, options.Value.ChunkRows, cancellationToken);
            if (removed == 0)
            {
                return;
            }

            run.Removed = run.Removed.Plus(part.Kind, removed);
            await ledger.NoteAsync(run, cancellationToken);
        }
    }
}

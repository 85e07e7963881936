using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Admin.Retention;

/// <summary>What people do with the retention: let it run now.</summary>
internal sealed class RetentionService(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, RetentionLedger ledger, RetentionTriggers triggers)
{
    /// <summary>Puts a run in line; one that waits already is that run.</summary>
    public async Task<Outcome<Guid>> RunNowAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsWrite);

        // Not the turn of the runs themselves: two people must not both find nothing waiting.
        await using var desk = await dialect.HoldAsync($"retention/desk/{actor.OrganisationId:N}", cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.RetentionRuns.AsNoTracking()
            .Where(r => r.OrganisationId == actor.OrganisationId && r.State == RetentionState.Waiting)
            .OrderBy(r => r.AskedUtc)
            .FirstOrDefaultAsync(cancellationToken);
        if (waiting is null && await IsRunningAsync(actor.OrganisationId, cancellationToken))
        {
            return Problem.Conflict("retention.under-way", "A run is under way already. Wait for its end.");
        }

        // One that waits is set off again: an app that died between asking and setting off leaves one behind.
        var run = waiting ?? await ledger.AskAsync(actor, cancellationToken);
        await triggers.FireAsync(run, cancellationToken);
        return run.Id;
    }

    /// <summary>A run whose app died still says that it runs, so its turn is asked for too.</summary>
    private async Task<bool> IsRunningAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.RetentionRuns.AnyAsync(r => r.OrganisationId == organisationId && r.State == RetentionState.Running, cancellationToken))
        {
            return false;
        }

        await using var turn = await dialect.TryHoldAsync(RetentionRunner.TurnOf(organisationId), cancellationToken);
        return turn is null;
    }
}

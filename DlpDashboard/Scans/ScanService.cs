using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Scans.Running;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>What people do with scans: start, cancel, resume, delete.</summary>
internal sealed class ScanService(
    IDbContextFactory<DlpDbContext> contexts, ScanSurroundings around, ScanJournal journal, ScanSignals signals, ScanProgressFeed feed, TimeProvider time)
{
    /// <summary>Puts a scan of an endpoint in line; one may run and one may wait.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="endpointId">What to scan.</param>
    /// <param name="plan">What it shall do.</param>
    /// <param name="priority">How soon it is taken up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Guid>> StartAsync(Actor actor, Guid endpointId, ScanPlan plan, ScanPriority priority, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        var endpoint = await around.EndpointAsync(actor, endpointId, cancellationToken);
        if (endpoint is not { IsEnabled: true })
        {
            return endpoint is null ? ScanProblems.EndpointNotFound : ScanProblems.EndpointDisabled;
        }

        var tidy = ScanPlanCheck.Tidy(plan);
        if (!tidy.Succeeded)
        {
            return tidy.Problem;
        }

        if (await around.UnknownDetectorAsync(actor, tidy.Value, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var bound = await around.BoundAsync(actor, tidy.Value, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Scans.AnyAsync(s => s.EndpointId == endpointId && s.State == ScanState.Queued, cancellationToken))
        {
            return ScanProblems.AlreadyWaiting;
        }

        var now = time.GetUtcNow();
        var previous = await db.Scans.Where(s => s.EndpointId == endpointId)
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var scan = Scan.Request(
            Guid.CreateVersion7(now), actor.OrganisationId, endpointId, endpoint.Provider, actor.AccountId, actor.Name, bound, priority, now.UtcDateTime, previous);
        db.Scans.Add(scan);
        journal.Add(db, actor, AuditActions.ScanStarted, scan, endpoint.Name, ScanStories.Queued(scan, endpoint.Name, actor.Name));
        await db.SaveChangesAsync(cancellationToken);
        Tell(actor);
        return scan.Id;
    }

    /// <summary>Puts a new scan in line that does what an earlier one did.</summary>
    public async Task<Outcome<Guid>> RerunAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scan = await db.Scans.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        return scan is null ? ScanProblems.NotFound : await StartAsync(actor, scan.EndpointId, scan.Plan, scan.Priority, cancellationToken);
    }

    /// <summary>Stops a scan: at once while it waits or rests, within two seconds while it runs, on whatever node.</summary>
    public Task<Outcome<Done>> CancelAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return StopAsync(
            actor,
            id,
            ScanStop.Cancelled,
            running => running.ExecuteUpdateAsync(set => set.SetProperty(s => s.CancelRequestedUtc, now), cancellationToken),
            new ScanDeed(AuditActions.ScanCancelled, ScanProblems.Ended, scan => !scan.HasEnded || scan.State == ScanState.Paused, scan => scan.Cancel(now), ScanStories.Cancelled),
            cancellationToken);
    }

    /// <summary>Lets a scan rest: at once while it waits, within two seconds while it runs, on whatever node.</summary>
    public Task<Outcome<Done>> PauseAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return StopAsync(
            actor,
            id,
            ScanStop.Paused,
            running => running.ExecuteUpdateAsync(set => set.SetProperty(s => s.PauseRequestedUtc, now), cancellationToken),
            new ScanDeed(AuditActions.ScanPaused, ScanProblems.NotPausable, scan => !scan.HasEnded, scan => scan.Pause(now), ScanStories.Paused),
            cancellationToken);
    }

    /// <summary>Puts a paused, stopped, failed or cancelled scan back in line; it goes on from where it stood.</summary>
    public async Task<Outcome<Done>> ResumeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Scans;
        var mine = all.Where(s => s.OrganisationId == actor.OrganisationId && s.Id == id);
        if (await mine.AnyAsync(s => all.Any(o => o.EndpointId == s.EndpointId && o.Id != id && o.State == ScanState.Queued), cancellationToken))
        {
            return ScanProblems.AlreadyWaiting;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var deed = new ScanDeed(AuditActions.ScanResumed, ScanProblems.NotResumable, scan => scan.CanResume, scan => scan.Resume(now), ScanStories.Queued);
        var outcome = await DoAsync(db, actor, id, deed, cancellationToken);
        if (outcome.Succeeded)
        {
            Tell(actor);
        }

        return outcome;
    }

    /// <summary>Deletes a scan that has ended, with what it changed about findings. What it found stays.</summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansDelete);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpointId = Guid.Empty;
        var deed = new ScanDeed(AuditActions.ScanDeleted, ScanProblems.StillActive, scan => scan.HasEnded, Remove, Story: null);
        var outcome = await DoAsync(db, actor, id, deed, cancellationToken);
        if (outcome.Succeeded)
        {
            Tell(actor);

            // Its row is gone for good, so nothing that is left of it could be resumed or compared; the caller's going away must not leave rows behind.
            await FindingHistory.ForgetAsync(db, actor.OrganisationId, endpointId, id, CancellationToken.None);
        }

        return outcome;

        void Remove(Scan scan)
        {
            endpointId = scan.EndpointId;
            db.Scans.Remove(scan);
        }
    }

    private async Task<Outcome<Done>> StopAsync(
        Actor actor, Guid id, ScanStop reason, Func<IQueryable<Scan>, Task<int>> ask, ScanDeed deed, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // A column of its own: the holder's writes do not touch it and its token stays good.
        var asked = await ask(db.Scans.Where(s => s.OrganisationId == actor.OrganisationId && s.Id == id && s.State == ScanState.Running));
        var outcome = await DoAsync(db, actor, id, asked > 0 ? deed with { Change = _ => { }, Story = null } : deed, cancellationToken);
        if (outcome.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
            signals.Stop(id, reason);
            Tell(actor);
        }

        return outcome;
    }

    private async Task<Outcome<Done>> DoAsync(DlpDbContext db, Actor actor, Guid id, ScanDeed deed, CancellationToken cancellationToken)
    {
        var scan = await db.Scans.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        if (scan is null || !deed.May(scan))
        {
            return scan is null ? ScanProblems.NotFound : deed.NotNow;
        }

        var endpoint = (await around.EndpointAsync(actor, scan.EndpointId, cancellationToken))?.Name ?? "a deleted endpoint";
        deed.Change(scan);
        journal.Add(db, actor, deed.Action, scan, endpoint, deed.Story?.Invoke(scan, endpoint, actor.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ScanProblems.ChangedMeanwhile;
        }
    }

    private void Tell(Actor actor)
    {
        signals.Wake();
        feed.Changed(actor.OrganisationId);
    }

    private sealed record ScanDeed(
        string Action, Problem NotNow, Func<Scan, bool> May, Action<Scan> Change, Func<Scan, string, string, EventDraft>? Story);
}

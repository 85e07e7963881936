using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Queue;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>What people do with scans: start, cancel, resume, delete.</summary>
internal sealed class ScanService(
    IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, EventWriter events, ScanSignals signals, ScanProgressFeed feed, TimeProvider time)
{
    /// <summary>Puts a scan of an endpoint in line; one may run and one may wait.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="endpointId">What to scan.</param>
    /// <param name="detectorIds">Only these look; null or empty means all of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Guid>> StartAsync(Actor actor, Guid endpointId, IReadOnlyList<string>? detectorIds, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        var endpoint = await EndpointAsync(actor, endpointId, cancellationToken);
        if (endpoint is not { IsEnabled: true })
        {
            return endpoint is null ? ScanProblems.EndpointNotFound : ScanProblems.EndpointDisabled;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Scans.AnyAsync(s => s.EndpointId == endpointId && s.State == ScanState.Queued, cancellationToken))
        {
            return ScanProblems.AlreadyWaiting;
        }

        var now = time.GetUtcNow();
        var scan = Scan.Request(
            Guid.CreateVersion7(now), actor.OrganisationId, endpointId, actor.AccountId, actor.Name, [.. (detectorIds ?? []).Distinct(StringComparer.Ordinal)], now.UtcDateTime);
        db.Scans.Add(scan);
        events.Add(db, ScanStories.Queued(scan, endpoint.Name, actor.Name));
        await db.SaveChangesAsync(cancellationToken);
        signals.Wake();
        feed.Changed(actor.OrganisationId);
        return scan.Id;
    }

    /// <summary>Stops a scan: at once while it waits, within two seconds while it runs, on whatever node.</summary>
    public async Task<Outcome<Done>> CancelAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;

        // A column of its own: the holder's writes do not touch it and its token stays good.
        var asked = await db.Scans
            .Where(s => s.OrganisationId == actor.OrganisationId && s.Id == id && s.State == ScanState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CancelRequestedUtc, now), cancellationToken);
        if (asked > 0)
        {
            signals.Stop(id);
            feed.Changed(actor.OrganisationId);
            return Done.It;
        }

        return await ChangeAsync(db, actor, id, ScanProblems.Ended, scan => !scan.HasEnded, scan => scan.Cancel(now), ScanStories.Cancelled, cancellationToken);
    }

    /// <summary>Puts a failed or cancelled scan back in line; it goes on from where it stood.</summary>
    public async Task<Outcome<Done>> ResumeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Scans;
        if (await all.AnyAsync(s => s.Id == id && all.Any(o => o.EndpointId == s.EndpointId && o.State == ScanState.Queued), cancellationToken))
        {
            return ScanProblems.AlreadyWaiting;
        }

        var now = time.GetUtcNow().UtcDateTime;
        return await ChangeAsync(db, actor, id, ScanProblems.NotResumable, scan => scan.CanResume, scan => scan.Resume(now), ScanStories.Queued, cancellationToken);
    }

    /// <summary>Deletes a scan that has ended. What it found stays.</summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansDelete);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.Scans.Where(s => s.OrganisationId == actor.OrganisationId && s.Id == id);
        var gone = await mine.Where(s => s.State != ScanState.Queued && s.State != ScanState.Running).ExecuteDeleteAsync(cancellationToken);
        if (gone == 0)
        {
            return await mine.AnyAsync(cancellationToken) ? ScanProblems.StillActive : ScanProblems.NotFound;
        }

        feed.Changed(actor.OrganisationId);
        return Done.It;
    }

    private async Task<Outcome<Done>> ChangeAsync(
        DlpDbContext db,
        Actor actor,
        Guid id,
        Problem notNow,
        Func<Scan, bool> may,
        Action<Scan> change,
        Func<Scan, string, string, EventDraft> story,
        CancellationToken cancellationToken)
    {
        var scan = await db.Scans.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        if (scan is null || !may(scan))
        {
            return scan is null ? ScanProblems.NotFound : notNow;
        }

        var endpoint = await EndpointAsync(actor, scan.EndpointId, cancellationToken);
        change(scan);
        events.Add(db, story(scan, endpoint?.Name ?? "a deleted endpoint", actor.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ScanProblems.ChangedMeanwhile;
        }

        signals.Wake();
        feed.Changed(actor.OrganisationId);
        return Done.It;
    }

    private async Task<EndpointName?> EndpointAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(endpoint => endpoint.Id == endpointId);
}

using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>What people do with endpoints. Each change is one transaction with its event and its line of the audit trail.</summary>
/// <param name="contexts">The database.</param>
/// <param name="check">The rules.</param>
/// <param name="secrets">Encrypts.</param>
/// <param name="trail">Tells what happened.</param>
/// <param name="purge">Clears away what was deleted.</param>
/// <param name="time">The clock.</param>
public sealed class EndpointService(
    IDbContextFactory<DlpDbContext> contexts,
    EndpointDraftCheck check,
    EndpointSecrets secrets,
    EndpointTrail trail,
    EndpointPurge purge,
    TimeProvider time)
{
    /// <summary>Every rule that a draft breaks by itself, each with its field: for forms, which show them all at once. Duplicates and servers are not looked at.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(Actor actor, Guid? id, EndpointDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return check.Problems(draft, id is { } known ? await FindAsync(db, actor, known, cancellationToken) : null);
    }

    /// <summary>Adds an endpoint. Refuses drafts that break a rule, and duplicates by name or by target, also when two are added at once.</summary>
    public async Task<Outcome<EndpointDetails>> AddAsync(Actor actor, EndpointDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        var wanted = check.Check(draft);
        if (!wanted.Succeeded)
        {
            return wanted.Problem;
        }

        if (await check.CheckOpensAsync(wanted.Value, cancellationToken) is { } unusable)
        {
            return unusable;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.StorageEndpoints.CountAsync(e => e.OrganisationId == actor.OrganisationId && e.DeletedUtc == null, cancellationToken) >= check.MaxPerOrganisation)
        {
            return EndpointProblems.TooMany;
        }

        var endpoint = new StorageEndpoint(Guid.CreateVersion7(time.GetUtcNow()), actor, NowUtc());
        endpoint.Set(wanted.Value.Name, wanted.Value.Target, secrets.Protect(actor.OrganisationId, endpoint.Id, wanted.Value.Secrets));
        endpoint.Enable(draft.IsEnabled ?? true);
        db.StorageEndpoints.Add(endpoint);
        trail.Added(db, actor, endpoint);
        return await SaveAsync(db, endpoint, cancellationToken);
    }

    /// <summary>
    /// Changes an endpoint. A secret that the draft leaves out stays. Where <paramref name="expectedVersion"/> is given and somebody else
    /// was faster, <see cref="EndpointProblems.EditConflict"/>.
    /// </summary>
    public async Task<Outcome<EndpointDetails>> EditAsync(Actor actor, Guid id, int? expectedVersion, EndpointDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await FindAsync(db, actor, id, cancellationToken);
        if (endpoint is null || (expectedVersion ?? endpoint.Version) != endpoint.Version)
        {
            return endpoint is null ? EndpointProblems.NotFound : EndpointProblems.EditConflict(endpoint.UpdatedBy, endpoint.UpdatedUtc);
        }

        var wanted = check.Check(draft, endpoint);
        if (!wanted.Succeeded)
        {
            return wanted.Problem;
        }

        var changes = EndpointChanges.Between(endpoint, wanted.Value, draft.IsEnabled);
        if (changes.Count == 0)
        {
            return EndpointDetails.Of(endpoint);
        }

        // A folder that is away for a while must not stop a new name.
        if (!wanted.Value.Target.IsThatOf(endpoint) && await check.CheckOpensAsync(wanted.Value, cancellationToken) is { } unusable)
        {
            return unusable;
        }

        var kept = wanted.Value.AreSecretsKept
            ? new KeptSecrets(endpoint.SecretNames, endpoint.ProtectedSecrets)
            : secrets.Protect(endpoint.OrganisationId, endpoint.Id, wanted.Value.Secrets);
        endpoint.Set(wanted.Value.Name, wanted.Value.Target, kept);
        endpoint.Enable(draft.IsEnabled ?? endpoint.IsEnabled);
        endpoint.Touch(actor, NowUtc());
        trail.Changed(db, actor, endpoint, changes);
        return await SaveAsync(db, endpoint, cancellationToken);
    }

    /// <summary>Allows or forbids scans. Running ones end as their runner next looks.</summary>
    public async Task<Outcome<EndpointDetails>> EnableAsync(Actor actor, Guid id, bool isEnabled, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await FindAsync(db, actor, id, cancellationToken);
        if (endpoint is null)
        {
            return EndpointProblems.NotFound;
        }

        if (endpoint.IsEnabled == isEnabled)
        {
            return EndpointDetails.Of(endpoint);
        }

        endpoint.Enable(isEnabled);
        endpoint.Touch(actor, NowUtc());
        trail.Switched(db, actor, endpoint);
        return await SaveAsync(db, endpoint, cancellationToken);
    }

    /// <summary>
    /// Deletes an endpoint: it is out of sight and its secrets are gone at once; what hangs on it follows in the background
    /// (<see cref="EndpointPurge"/>).
    /// </summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, int? expectedVersion, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await FindAsync(db, actor, id, cancellationToken);
        if (endpoint is null || (expectedVersion ?? endpoint.Version) != endpoint.Version)
        {
            return endpoint is null ? EndpointProblems.NotFound : EndpointProblems.EditConflict(endpoint.UpdatedBy, endpoint.UpdatedUtc);
        }

        endpoint.Delete(actor, NowUtc());
        trail.Deleted(db, actor, endpoint);
        var saved = await SaveAsync(db, endpoint, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Problem;
        }

        purge.Wake();
        return Done.It;
    }

    // To the microsecond, as the database keeps it: what a change answers equals what is read later.
    private DateTime NowUtc()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static Task<StorageEndpoint?> FindAsync(DlpDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.StorageEndpoints.SingleOrDefaultAsync(e => e.OrganisationId == actor.OrganisationId && e.Id == id && e.DeletedUtc == null, cancellationToken);

    private async Task<Outcome<EndpointDetails>> SaveAsync(DlpDbContext db, StorageEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (await FindDuplicateAsync(db, endpoint, cancellationToken) is { } duplicate)
        {
            return duplicate;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return EndpointDetails.Of(endpoint);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindConflictAsync(endpoint, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The unique indexes decide between two that were added at once; whatever else failed flies on.
            await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
            if (await FindDuplicateAsync(fresh, endpoint, cancellationToken) is { } overtaken)
            {
                return overtaken;
            }

            throw;
        }
    }

    private async Task<Problem> FindConflictAsync(StorageEndpoint endpoint, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var winner = await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.OrganisationId == endpoint.OrganisationId && e.Id == endpoint.Id && e.DeletedUtc == null)
            .Select(e => new { e.UpdatedBy, e.UpdatedUtc })
            .SingleOrDefaultAsync(cancellationToken);
        return winner is null ? EndpointProblems.NotFound : EndpointProblems.EditConflict(winner.UpdatedBy, winner.UpdatedUtc);
    }

    private static async Task<Problem?> FindDuplicateAsync(DlpDbContext db, StorageEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (endpoint.NameKey is null)
        {
            return null;
        }

        var others = await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.OrganisationId == endpoint.OrganisationId && e.Id != endpoint.Id && (e.NameKey == endpoint.NameKey || e.TargetKey == endpoint.TargetKey))
            .Select(e => e.NameKey)
            .ToListAsync(cancellationToken);
        return others.Count == 0 ? null : others.Contains(endpoint.NameKey) ? EndpointProblems.DuplicateName : EndpointProblems.DuplicateTarget;
    }
}

using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>What people do with posture: have it read anew, accept a failed check for a time, take that back. Each leaves its trace in the audit trail.</summary>
internal sealed class PostureService(
    IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IEndpointDirectory endpoints, AuditTrail audit, EndpointLine<PostureRefresh> line, TimeProvider time)
{
    private const int MostOwners = 500;

    /// <summary>Puts a refresh of an endpoint in line; its id.</summary>
    public async Task<Outcome<Guid>> RefreshAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureManage);
        if (await FindAsync(actor, endpointId, cancellationToken) is not { } endpoint)
        {
            return PostureProblems.EndpointNotFound;
        }

        if (!endpoint.IsEnabled)
        {
            return PostureProblems.EndpointDisabled;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = line.New(actor.OrganisationId, endpointId, StorableText.Of(actor.Name, 100));
        db.PostureRefreshes.Add(run);
        audit.Add(db, actor, AuditActions.PostureRefreshAsked, new AuditSubject("endpoint", endpointId, endpoint.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            return PostureProblems.RefreshRuns;
        }

        line.Wake();
        return run.Id;
    }

    /// <summary>Puts all enabled endpoints in line that are not being read; how many.</summary>
    public async Task<int> RefreshAllAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureManage);
        var asked = 0;
        foreach (var endpoint in (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).Where(endpoint => endpoint.IsEnabled))
        {
            asked += (await RefreshAsync(actor, endpoint.Id, cancellationToken)).Succeeded ? 1 : 0;
        }

        return asked;
    }

    /// <summary>Accepts that a check fails, of one bucket or of all of an endpoint; its id.</summary>
    public async Task<Outcome<Guid>> SuppressAsync(Actor actor, Guid endpointId, SuppressionDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureManage);
        if (await FindAsync(actor, endpointId, cancellationToken) is not { } endpoint)
        {
            return PostureProblems.EndpointNotFound;
        }

        var now = time.GetUtcNow();
        if (WhatIsWrong(draft, endpoint.Provider, now.UtcDateTime) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (draft.BucketId is { } bucketId && !await db.PostureBuckets.AnyAsync(b => b.Id == bucketId && b.EndpointId == endpointId && b.OrganisationId == actor.OrganisationId, cancellationToken))
        {
            return PostureProblems.BucketNotFound;
        }

        if (await OwnerAsync(db, actor, draft.OwnerId ?? actor.AccountId, cancellationToken) is not { } owner)
        {
            return PostureProblems.OwnerUnknown;
        }

        var suppression = new PostureSuppression
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = actor.OrganisationId,
            EndpointId = endpointId,
            BucketId = draft.BucketId,
            CheckId = draft.CheckId!,
            Reason = StorableText.Of(draft.Reason!.Trim(), PostureSuppression.MaxReason),
            OwnerId = owner.Id,
            OwnerName = StorableText.Of(owner.Name, 100),
            CreatedBy = StorableText.Of(actor.Name, 100),
            CreatedUtc = now.UtcDateTime,
            ExpiresUtc = draft.ExpiresUtc!.Value.ToUniversalTime(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await PostureTallyCount.LockAsync(db, dialect, endpointId, cancellationToken);
        db.PostureSuppressions.Add(suppression);
        audit.Add(db, actor, AuditActions.CheckSuppressed, new AuditSubject("endpoint", endpointId, endpoint.Name), Details(suppression));
        await db.SaveChangesAsync(cancellationToken);
        await new SuppressionRecount(db, dialect, now.UtcDateTime).RunAsync(suppression, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return suppression.Id;
    }

    /// <summary>Takes a suppression back: the check counts again.</summary>
    public async Task<Outcome<Done>> EndSuppressionAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var suppression = await db.PostureSuppressions.SingleOrDefaultAsync(s => s.Id == id && s.OrganisationId == actor.OrganisationId, cancellationToken);
        if (suppression is null)
        {
            return PostureProblems.SuppressionNotFound;
        }

        await PostureTallyCount.LockAsync(db, dialect, suppression.EndpointId, cancellationToken);
        db.PostureSuppressions.Remove(suppression);
        var name = (await FindAsync(actor, suppression.EndpointId, cancellationToken))?.Name ?? "";
        audit.Add(db, actor, AuditActions.SuppressionEnded, new AuditSubject("endpoint", suppression.EndpointId, name), Details(suppression));
        await db.SaveChangesAsync(cancellationToken);
        await new SuppressionRecount(db, dialect, time.GetUtcNow().UtcDateTime).RunAsync(suppression, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    /// <summary>Who can answer for what is accepted, by name; the first few hundred of large organisations.</summary>
    public async Task<IReadOnlyList<SuppressionOwner>> OwnersAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(a => a.OrganisationId == actor.OrganisationId)
            .OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new SuppressionOwner(a.Id, a.DisplayName)).Take(MostOwners).ToListAsync(cancellationToken);
    }

    private static async Task<SuppressionOwner?> OwnerAsync(DlpDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        id == actor.AccountId ? new SuppressionOwner(id, actor.Name)
        : await db.Users.AsNoTracking().Where(a => a.Id == id && a.OrganisationId == actor.OrganisationId).Select(a => new SuppressionOwner(a.Id, a.DisplayName)).SingleOrDefaultAsync(cancellationToken);

    private static Problem? WhatIsWrong(SuppressionDraft draft, string provider, DateTime nowUtc) =>
        draft.CheckId is not { } id || CheckCatalogue.Find(id)?.Provider != provider ? PostureProblems.CheckUnknown
        : draft.Reason?.Trim().Length is not (>= 5 and <= PostureSuppression.MaxReason) ? PostureProblems.ReasonMissing
        : draft.ExpiresUtc is not { } end || end.ToUniversalTime() <= nowUtc || end.ToUniversalTime() > nowUtc + PostureProblems.LongestSuppression ? PostureProblems.ExpiryWrong
        : null;

    private async Task<EndpointName?> FindAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == endpointId);

    private static Dictionary<string, string?> Details(PostureSuppression suppression) => new(StringComparer.Ordinal)
    {
        ["check"] = suppression.CheckId,
        ["bucket"] = suppression.BucketId?.ToString(),
        ["reason"] = suppression.Reason,
        ["owner"] = suppression.OwnerName,
        ["expires"] = suppression.ExpiresUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}

using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>What people do with findings: triage, one by one or many at once.</summary>
public sealed class FindingService(IDbContextFactory<DlpDbContext> contexts, FindingLedger ledger, AuditTrail audit, EventWriter events, TimeProvider time)
{
    /// <summary>Sets the status of one finding; with <paramref name="revision"/> only if nobody changed it since it was read.</summary>
    public async Task<Outcome<Done>> SetStatusAsync(Actor actor, Guid id, FindingDecision decision, int? revision, CancellationToken cancellationToken)
    {
        var outcome = await DecideAsync(actor, [id], decision, revision, batchOf: null, cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.Problem;
        }

        return outcome.Value == 0 ? FindingProblems.NotFound : Done.It;
    }

    /// <summary>Sets the status of many findings; those of other organisations or no longer there are passed over.</summary>
    /// <returns>How many findings there were to decide on.</returns>
    public Task<Outcome<int>> SetStatusAsync(Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, CancellationToken cancellationToken) =>
        DecideAsync(actor, ids, decision, revision: null, batchOf: null, cancellationToken);

    /// <summary>The same for one batch of many: one entry in the trail, and no event, which is for <see cref="FindingTriageService"/> to tell.</summary>
    /// <returns>How many findings changed.</returns>
    internal Task<Outcome<int>> SetStatusOfBatchAsync(Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, FindingFilter filter, CancellationToken cancellationToken) =>
        DecideAsync(actor, ids, decision, revision: null, filter, cancellationToken);

    private async Task<Outcome<int>> DecideAsync(
        Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, int? revision, FindingFilter? batchOf, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsTriage);
        if (Refuse(ids, decision) is { } problem)
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            return await WriteAsync(db, actor, ids, decision, revision, batchOf, cancellationToken);
        });
    }

    private async Task<Outcome<int>> WriteAsync(
        DlpDbContext db, Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, int? revision, FindingFilter? batchOf, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = db.Findings.Where(f => f.OrganisationId == actor.OrganisationId && ids.Contains(f.Id));
        foreach (var endpointId in await mine.Select(f => f.EndpointId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken))
        {
            await ledger.LockAsync(db, endpointId, cancellationToken);
        }

        var rows = await mine.ToListAsync(cancellationToken);
        if (revision is not null && rows.Find(row => row.Revision != revision) is { } changed)
        {
            return FindingProblems.Changed(changed.StatusBy);
        }

        var deltas = new FindingTotalDeltas();

        // Saying the same again is no step of triage.
        var decided = rows.FindAll(row => row.Status != decision.Status || (decision.Reason is not null && decision.Reason != row.StatusReason));
        Tell(db, actor, decision, decided, batchOf);
        foreach (var row in decided)
        {
            Apply(db, row, actor, decision, deltas);
        }

        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync(db, deltas, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batchOf is null ? rows.Count : decided.Count;
    }

    /// <summary>To the trail each finding that a person chose, or the batch as one; to the story the whole deed as one.</summary>
    private void Tell(DlpDbContext db, Actor actor, FindingDecision decision, List<Finding> decided, FindingFilter? batchOf)
    {
        if (batchOf is not null && decided.Count > 0)
        {
            audit.Add(db, actor, AuditActions.FindingsTriaged, new AuditSubject("organisation", actor.OrganisationId, "findings of a filter"), new Dictionary<string, string?>
            {
                ["filter"] = batchOf.ToString(),
                ["findings"] = decided.Count.ToString(CultureInfo.InvariantCulture),
                ["to"] = decision.Status.ToString(),
                ["reason"] = decision.Reason,
            });
            return;
        }

        foreach (var row in decided)
        {
            audit.Add(db, actor, AuditActions.FindingsTriaged, new AuditSubject("finding", row.Id, row.ObjectKey), new Dictionary<string, string?>
            {
                ["detector"] = row.DetectorId,
                ["from"] = row.Status.ToString(),
                ["to"] = decision.Status.ToString(),
                ["reason"] = decision.Reason,
            });
        }

        if (decided.Count > 0)
        {
            events.Add(db, FindingStories.Triaged(actor, decision, decided));
        }
    }

    private void Apply(DlpDbContext db, Finding row, Actor actor, FindingDecision decision, FindingTotalDeltas deltas)
    {
        var now = time.GetUtcNow();
        deltas.Take(row);
        db.FindingStatusChanges.Add(new FindingStatusChange
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = row.OrganisationId,
            EndpointId = row.EndpointId,
            FindingId = row.Id,
            AtUtc = now.UtcDateTime,
            By = actor.Name,
            From = row.Status,
            To = decision.Status,
            Reason = decision.Reason,
        });
        row.Status = decision.Status;
        row.StatusBy = actor.Name;
        row.StatusAtUtc = now.UtcDateTime;
        row.StatusReason = decision.Reason;
        row.Revision++;
        deltas.Add(row);
    }

    private static Problem? Refuse(IReadOnlyCollection<Guid> ids, FindingDecision decision) =>
        ids.Count == 0 ? FindingProblems.NothingChosen
        : ids.Count > FindingDecisions.MaxIds ? FindingProblems.TooMany
        : Refuse(decision);

    /// <summary>Why a decision cannot be taken, whatever it is about; null where it can.</summary>
    internal static Problem? Refuse(FindingDecision decision) => decision switch
    {
        { Reason.Length: > FindingDecision.MaxReason } => FindingProblems.ReasonTooLong,
        { Status: FindingStatus.FalsePositive } when string.IsNullOrWhiteSpace(decision.Reason) => FindingProblems.ReasonMissing,
        _ => null,
    };
}

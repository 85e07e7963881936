using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>What people do with findings: triage, one by one or many at once.</summary>
public sealed class FindingService(IDbContextFactory<DlpDbContext> contexts, FindingReader reader, FindingLedger ledger, AuditTrail audit, TimeProvider time)
{
    /// <summary>Sets the status of one finding; with <paramref name="revision"/> only if nobody changed it since it was read.</summary>
    public async Task<Outcome<Done>> SetStatusAsync(Actor actor, Guid id, FindingDecision decision, int? revision, CancellationToken cancellationToken)
    {
        var outcome = await DecideAsync(actor, [id], decision, revision, cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.Problem;
        }

        return outcome.Value == 0 ? FindingProblems.NotFound : Done.It;
    }

    /// <summary>Sets the status of many findings; those of other organisations or no longer there are passed over.</summary>
    /// <returns>How many findings there were to decide on.</returns>
    public Task<Outcome<int>> SetStatusAsync(Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, CancellationToken cancellationToken) =>
        DecideAsync(actor, ids, decision, revision: null, cancellationToken);

    /// <summary>All findings of a filter for a file; that they were taken out is written to the audit trail first.</summary>
    public async Task<IAsyncEnumerable<FindingRow>> ExportAsync(Actor actor, FindingFilter filter, string format, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        audit.Add(db, actor, AuditActions.FindingsExported, new AuditSubject("organisation", actor.OrganisationId, "findings"), new Dictionary<string, string?>
        {
            ["filter"] = filter.ToString(),
            ["format"] = format,
        });
        await db.SaveChangesAsync(cancellationToken);
        return reader.ExportAsync(actor, filter, cancellationToken);
    }

    private async Task<Outcome<int>> DecideAsync(Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, int? revision, CancellationToken cancellationToken)
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
            return await WriteAsync(db, actor, ids, decision, revision, cancellationToken);
        });
    }

    private async Task<Outcome<int>> WriteAsync(DlpDbContext db, Actor actor, IReadOnlyCollection<Guid> ids, FindingDecision decision, int? revision, CancellationToken cancellationToken)
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
        foreach (var row in rows.Where(row => row.Status != decision.Status || (decision.Reason is not null && decision.Reason != row.StatusReason)))
        {
            Apply(db, row, actor, decision, deltas);
        }

        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync(db, deltas, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private void Apply(DlpDbContext db, Finding row, Actor actor, FindingDecision decision, FindingTotalDeltas deltas)
    {
        var now = time.GetUtcNow();
        deltas.Take(row);
        audit.Add(db, actor, AuditActions.FindingsTriaged, new AuditSubject("finding", row.Id, row.ObjectKey), new Dictionary<string, string?>
        {
            ["detector"] = row.DetectorId,
            ["from"] = row.Status.ToString(),
            ["to"] = decision.Status.ToString(),
            ["reason"] = decision.Reason,
        });
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

    private static Problem? Refuse(IReadOnlyCollection<Guid> ids, FindingDecision decision) => decision switch
    {
        _ when ids.Count == 0 => FindingProblems.NothingChosen,
        _ when ids.Count > FindingDecisions.MaxIds => FindingProblems.TooMany,
        { Reason.Length: > FindingDecision.MaxReason } => FindingProblems.ReasonTooLong,
        { Status: FindingStatus.FalsePositive } when string.IsNullOrWhiteSpace(decision.Reason) => FindingProblems.ReasonMissing,
        _ => null,
    };
}

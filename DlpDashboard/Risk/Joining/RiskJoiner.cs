using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk.Joining;

/// <summary>
/// Joins anew what was marked, some buckets a transaction: reads what the rooms know, writes the risks that changed with their events, and takes the marks away unless they were set again
/// meanwhile. Joining twice changes nothing; one node joins at a time.
/// </summary>
internal sealed class RiskJoiner(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IEndpointDirectory endpoints, IDetectorDirectory detectors, EventWriter events, TimeProvider time)
{
    /// <summary>Buckets of one transaction.</summary>
    public const int Batch = 200;

    private const string Lock = "risk/joining";

    /// <summary>Joins some of what is marked.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> JoinSomeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.BucketMarks.AnyAsync(cancellationToken))
        {
            return false;
        }

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await dialect.LockAsync(db, Lock, cancellationToken);

            // Read before all else: a change that comes in later marks again, and the mark stays.
            var endpoint = await db.BucketMarks.AsNoTracking().Where(m => m.ScopeId == m.EndpointId).OrderBy(m => m.ScopeId).FirstOrDefaultAsync(cancellationToken);
            var marks = endpoint is not null ? [endpoint] : await db.BucketMarks.AsNoTracking().OrderBy(m => m.ScopeId).Take(Batch).ToListAsync(cancellationToken);
            if (endpoint is not null)
            {
                await new CoverageCount(db, dialect).RunAsync(endpoint.OrganisationId, endpoint.EndpointId, cancellationToken);
            }

            foreach (var group in marks.Where(mark => !mark.IsEndpoint).GroupBy(mark => mark.OrganisationId))
            {
                await JoinAsync(db, group.Key, [.. group], cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            await TakeAwayAsync(db, marks, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return marks.Count > 0;
        });
    }

    /// <summary>Marks, once at start, what was joined with other weights than these, or never though something is known of it.</summary>
    public async Task MarkForgottenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var bucket in await ForgottenBuckets.FindAsync(db, cancellationToken))
        {
            await BucketMarks.MarkAsync(dialect, db, bucket.Key.OrganisationId, bucket.Key.EndpointId, bucket, cancellationToken);
        }
    }

    private async Task JoinAsync(DlpDbContext db, Guid organisationId, List<BucketMark> marks, CancellationToken cancellationToken)
    {
        var ids = marks.ConvertAll(mark => mark.ScopeId);
        var facts = await RiskFacts.ReadAsync(db, ids, cancellationToken);
        var before = await db.BucketRisks.AsNoTracking().Where(r => ids.Contains(r.BucketId)).ToDictionaryAsync(r => r.BucketId, cancellationToken);
        var names = (await endpoints.ListAsync(organisationId, cancellationToken)).ToDictionary(e => e.Id, e => e.Name);
        var own = await detectors.NamesAsync(organisationId, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        List<BucketRisk> rows = [];
        List<BucketRiskDay> days = [];
        foreach (var mark in marks.Where(mark => facts.IsKnown(mark.ScopeId) && names.ContainsKey(mark.EndpointId)))
        {
            var old = before.GetValueOrDefault(mark.ScopeId);
            var joined = facts.Join(mark.ScopeId);
            var row = RowOf(mark, facts, joined, old, now);
            rows.Add(row);
            if (old is null || (old.Risk, old.Exposure, old.Sensitivity) != (row.Risk, row.Exposure, row.Sensitivity))
            {
                days.Add(new BucketRiskDay { BucketId = row.BucketId, DayUtc = now.Date, EndpointId = row.EndpointId, Risk = row.Risk, Exposure = row.Exposure, Sensitivity = row.Sensitivity });
            }

            if (RiskStories.Of(old, row, joined, names[mark.EndpointId], own) is { } story)
            {
                events.Add(db, story);
            }
        }

        await dialect.UpsertAsync(db, rows, cancellationToken);
        await dialect.UpsertAsync(db, days, cancellationToken);
        var gone = before.Keys.Except(rows.Select(row => row.BucketId)).ToList();
        await db.BucketRisks.Where(r => gone.Contains(r.BucketId)).ExecuteDeleteAsync(cancellationToken);
    }

    private static BucketRisk RowOf(BucketMark mark, RiskFacts facts, JoinedRisk joined, BucketRisk? old, DateTime now) => new()
    {
        BucketId = mark.ScopeId,
        OrganisationId = mark.OrganisationId,
        EndpointId = mark.EndpointId,
        Bucket = facts.NameOf(mark.ScopeId),
        Region = facts.RegionOf(mark.ScopeId),
        Risk = joined.Value,
        Rank = joined.Rank,
        Exposure = joined.Exposure.Level,
        Anonymous = string.Join(' ', joined.Exposure.Anonymous),
        OtherAccounts = joined.Exposure.OtherAccounts,
        IsRead = joined.Exposure.IsRead,
        IsFolder = joined.Exposure.IsFolder,
        IsAccepted = joined.Exposure.IsAccepted,
        Sensitivity = (int)Math.Round(joined.Sensitivity.Known),
        Band = joined.Sensitivity.Band(joined.Cover),
        TypesJson = RiskFacts.TypesJson(joined),
        Types = joined.Sensitivity.Lines.Count,
        Values = joined.Sensitivity.Lines.Sum(line => line.Values),
        Findings = joined.Sensitivity.Lines.Sum(line => line.Objects),
        Objects = joined.Cover.Objects,
        ObjectsRead = joined.Cover.Read,
        ObjectsPartial = joined.Cover.Partial,
        IsWhole = joined.Cover.IsWhole,
        ScannedUtc = facts.ScannedOf(mark.ScopeId),
        SinceUtc = old is not null && JoinedRisk.BandOf(old.Risk) == joined.Band ? old.SinceUtc : now,
        JoinedUtc = now,
        Version = JoinedRisk.Version,
    };

    private static async Task TakeAwayAsync(DlpDbContext db, List<BucketMark> marks, CancellationToken cancellationToken)
    {
        // Those marked once as most are in one statement, the others by their number.
        foreach (var group in marks.GroupBy(mark => mark.Marks))
        {
            var ids = group.Select(mark => mark.ScopeId).ToList();
            await db.BucketMarks.Where(m => ids.Contains(m.ScopeId) && m.Marks == group.Key).ExecuteDeleteAsync(cancellationToken);
        }
    }
}

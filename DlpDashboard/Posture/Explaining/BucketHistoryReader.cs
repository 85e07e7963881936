using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Providers.Configurations;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Explaining;

/// <summary>Reads what happened to a bucket's configuration: documents that changed, events about it, failures that were accepted. Newest first.</summary>
/// <param name="contexts">The database.</param>
/// <param name="events">The story.</param>
public sealed class BucketHistoryReader(IDbContextFactory<DlpDbContext> contexts, EventReader events)
{
    /// <summary>Most things of each kind.</summary>
    public const int Most = 200;

    /// <summary>The history of one bucket.</summary>
    public async Task<Outcome<IReadOnlyList<BucketHistoryRow>>> OneAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var bucket = await db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId)
            .Select(b => new { b.EndpointId, b.FirstSeenUtc }).FirstOrDefaultAsync(cancellationToken);
        if (bucket is null)
        {
            return PostureProblems.BucketNotFound;
        }

        var rows = await ChangesAsync(db, actor, bucketId, bucket.FirstSeenUtc, cancellationToken);
        rows.AddRange(await AcceptedAsync(db, actor, bucket.EndpointId, bucketId, cancellationToken));
        if (actor.May(Permissions.EventsRead))
        {
            var told = await events.PageAsync(actor, new EventFilter(SubjectId: bucketId), null, Most, cancellationToken);
            rows.AddRange(told.Items.Where(row => row.Type != EventTypes.BucketDrifted).Select(row => new BucketHistoryRow(row.Id, row.AtUtc, row.Sentence, row.Severity, row.ActorName, null, null, null)));
        }

        return rows.OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Severity).ThenBy(row => row.Document, StringComparer.Ordinal).ToList();
    }

    // The first version of each document is part of the first reading, which is one line.
    private static async Task<List<BucketHistoryRow>> ChangesAsync(DlpDbContext db, Actor actor, Guid bucketId, DateTime firstSeenUtc, CancellationToken cancellationToken)
    {
        var versions = await db.PostureDocuments.AsNoTracking().Where(d => d.ScopeId == bucketId && d.OrganisationId == actor.OrganisationId)
            .OrderByDescending(d => d.FirstSeenUtc).ThenByDescending(d => d.Id)
            .Select(d => new { d.Id, d.Name, d.State, d.FirstSeenUtc }).Take(Most * 2).ToListAsync(cancellationToken);
        var rows = new List<BucketHistoryRow> { new(bucketId, firstSeenUtc, "The bucket was read for the first time.", null, null, null, null, null) };
        foreach (var (at, version) in versions.Index())
        {
            var former = versions.Skip(at + 1).FirstOrDefault(earlier => earlier.Name == version.Name);
            if (former is not null || version.FirstSeenUtc > firstSeenUtc)
            {
                var name = char.ToUpperInvariant(version.Name[0]) + version.Name[1..];
                rows.Add(new BucketHistoryRow(version.Id, version.FirstSeenUtc, BucketHistoryWords.Of(name, former?.State, version.State), null, null, version.Name, version.Id,
                    former?.State == DocumentState.Unknown && version.State == DocumentState.Unknown ? null : former?.Id));
            }
        }

        return rows;
    }

    private static async Task<IEnumerable<BucketHistoryRow>> AcceptedAsync(DlpDbContext db, Actor actor, Guid endpointId, Guid bucketId, CancellationToken cancellationToken)
    {
        var accepted = await db.PostureSuppressions.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && s.EndpointId == endpointId && (s.BucketId == null || s.BucketId == bucketId))
            .OrderByDescending(s => s.CreatedUtc).Take(Most).ToListAsync(cancellationToken);
        return accepted.Select(s => new BucketHistoryRow(
            s.Id, s.CreatedUtc, $"That the check \"{Judging.CheckCatalogue.Find(s.CheckId)?.Title ?? s.CheckId}\" fails was accepted{(s.BucketId is null ? " for all buckets of the endpoint" : "")}: {s.Reason}{(s.OwnerName == s.CreatedBy ? "" : $" {s.OwnerName} answers for it.")}", null, s.CreatedBy, null, null, null));
    }
}

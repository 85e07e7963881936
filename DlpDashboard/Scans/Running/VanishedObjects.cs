using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans.Planning;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// After a complete listing: what earlier scans saw and this one did not is no longer there. Left alone are objects that this scan could not
/// have seen: outside the endpoint's buckets and prefix as they are now, left out by its plan, in buckets that could not be listed, below folders that could not be entered.
/// </summary>
internal sealed class VanishedObjects(IDbContextFactory<DlpDbContext> contexts, ScanLedger ledger)
{
    private const int PageLength = 1000;

    /// <summary>Ancestors of one key that are looked at; deeper ones do not occur where folders have rights of their own.</summary>
    private const int DeepestFolder = 64;

    /// <summary>Closes them, page by page; may be repeated.</summary>
    /// <exception cref="LeaseLostException">Somebody else holds the scan.</exception>
    public async Task CloseAsync(ScanRun run, BucketFilter filter, string prefix, CancellationToken cancellationToken)
    {
        var unlisted = run.Tally.UnlistedBuckets.Where(bucket => !bucket.IsGone).Select(bucket => bucket.Bucket).ToHashSet(StringComparer.Ordinal);
        var begin = StorableText.Of(prefix, Finding.MaxKey);
        var scope = new ScanScope(run.Scan.Plan);
        for (var scanId = await NextScanAsync(run, Guid.Empty, cancellationToken); scanId is { } stale; scanId = await NextScanAsync(run, stale, cancellationToken))
        {
            foreach (var state in Enum.GetValues<ObjectState>())
            {
                await foreach (var page in PagesAsync(run, stale, state, cancellationToken))
                {
                    var candidates = page.Where(o => filter.Matches(o.Bucket) && o.Key.StartsWith(begin, StringComparison.Ordinal) && !unlisted.Contains(o.Bucket))
                        .Where(o => scope.Judge(o.Key, o.Size, o.Id) == LeftOutBy.None)
                        .ToList();
                    var vanished = await WithoutHiddenAsync(run, candidates, cancellationToken);
                    if (vanished.Count > 0)
                    {
                        await ledger.CloseVanishedAsync(run, vanished, cancellationToken);
                    }
                }
            }
        }
    }

    /// <summary>The scans that still have objects of this endpoint, one after the other: a jump through the index each.</summary>
    private async Task<Guid?> NextScanAsync(ScanRun run, Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScannedObjects.AsNoTracking()
            .Where(o => o.EndpointId == run.Scan.EndpointId && o.LastScanId > after && o.LastScanId != run.Scan.Id)
            .OrderBy(o => o.LastScanId)
            .Select(o => (Guid?)o.LastScanId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async IAsyncEnumerable<List<Candidate>> PagesAsync(
        ScanRun run, Guid scanId, ObjectState state, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new PageCursor(DateTime.MinValue, Guid.Empty);
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var page = await db.ScannedObjects.AsNoTracking()
                .Where(o => o.EndpointId == run.Scan.EndpointId && o.LastScanId == scanId && o.State == state
                    && (o.LastScannedUtc > cursor.AtUtc || (o.LastScannedUtc == cursor.AtUtc && o.Id > cursor.Id)))
                .OrderBy(o => o.LastScannedUtc).ThenBy(o => o.Id)
                .Select(o => new Candidate(o.Id, o.Bucket, o.Key, o.Size, o.LastScannedUtc))
                .Take(PageLength)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            cursor = new PageCursor(page[^1].AtUtc, page[^1].Id);
        }
    }

    private async Task<List<SeenObject>> WithoutHiddenAsync(ScanRun run, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        var counts = run.Tally.Counts();
        var closed = counts.Denied + counts.Failed == 0 ? [] : await ClosedFoldersAsync(run, candidates, cancellationToken);
        return candidates
            .Where(o => closed.Count == 0 || !Folders(run, o).Any(closed.Contains))
            .Select(o => new SeenObject(o.Id, o.Bucket, o.Key, IsComplete: true, []))
            .ToList();
    }

    private async Task<HashSet<Guid>> ClosedFoldersAsync(ScanRun run, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        var folders = candidates.SelectMany(o => Folders(run, o)).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScannedObjects.AsNoTracking()
            .Where(o => folders.Contains(o.Id) && o.LastScanId == run.Scan.Id && (o.State == ObjectState.Denied || o.State == ObjectState.Failed))
            .Select(o => o.Id)
            .ToHashSetAsync(cancellationToken);
    }

    /// <summary>The ids that the folders above an object would have as entries of a listing, with and without the slash.</summary>
    private static IEnumerable<Guid> Folders(ScanRun run, Candidate candidate)
    {
        var depth = 0;
        for (var slash = candidate.Key.IndexOf('/'); slash > 0 && depth < DeepestFolder; slash = candidate.Key.IndexOf('/', slash + 1))
        {
            depth++;
            yield return StableId.OfObject(run.Scan.EndpointId, candidate.Bucket, candidate.Key[..slash]);
            yield return StableId.OfObject(run.Scan.EndpointId, candidate.Bucket, candidate.Key[..(slash + 1)]);
        }
    }

    private sealed record Candidate(Guid Id, string Bucket, string Key, long Size, DateTime AtUtc);
}

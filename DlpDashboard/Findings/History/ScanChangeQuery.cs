using System.Runtime.CompilerServices;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings.History;

/// <summary>What the reading of changes shares.</summary>
internal static class ScanChangeQuery
{
    /// <summary>One scan's rows of a kind, by <see cref="FoldedChange.Kind"/>'s rule; null takes every real change.</summary>
    public static IQueryable<ScanFindingChange> OfKind(IQueryable<ScanFindingChange> rows, ScanChangeKind? kind) => kind switch
    {
        ScanChangeKind.New => rows.Where(c => !c.WasKnown && c.CountBefore == null && c.CountAfter != null),
        ScanChangeKind.CameBack => rows.Where(c => c.WasKnown && c.CountBefore == null && c.CountAfter != null),
        ScanChangeKind.Gone => rows.Where(c => c.CountBefore != null && c.CountAfter == null),
        ScanChangeKind.Changed => rows.Where(c => c.CountBefore != null && c.CountAfter != null
            && (c.CountBefore != c.CountAfter || c.SeverityBefore != c.SeverityAfter || c.LikelihoodBefore != c.LikelihoodAfter)),
        _ => rows.Where(c => c.CountBefore != c.CountAfter || c.SeverityBefore != c.SeverityAfter || c.LikelihoodBefore != c.LikelihoodAfter),
    };

    /// <summary>Each finding that the scans changed, folded into one, in the order of ids; what is as it was after all is left out. One pass, a row at a time in memory.</summary>
    public static async IAsyncEnumerable<FoldedChange> FoldAsync(
        DlpDbContext db, Guid organisationId, Guid endpointId, IReadOnlyList<Guid> scanIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = db.ScanFindingChanges.AsNoTracking()
            .Where(c => c.OrganisationId == organisationId && c.EndpointId == endpointId && scanIds.Contains(c.ScanId))
            .OrderBy(c => c.FindingId).ThenBy(c => c.AtUtc).ThenBy(c => c.ScanId);
        FoldedChange? open = null;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var step = FoldedChange.Of(row);
            if (open is { } before && before.FindingId == step.FindingId)
            {
                open = before.Then(step);
                continue;
            }

            if (open is { Kind: not null } done)
            {
                yield return done;
            }

            open = step;
        }

        if (open is { Kind: not null } last)
        {
            yield return last;
        }
    }

    /// <summary>The changes with what their findings say of themselves, in the same order.</summary>
    public static async Task<List<ScanChangeRow>> RowsAsync(DlpDbContext db, Guid organisationId, IReadOnlyList<FoldedChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.FindingId).ToList();
        var known = await db.Findings.AsNoTracking()
            .Where(f => f.OrganisationId == organisationId && ids.Contains(f.Id))
            .Select(f => new { f.Id, f.Bucket, f.ObjectKey, f.DetectorId })
            .ToDictionaryAsync(f => f.Id, cancellationToken);
        return [.. changes.Select(change => known.GetValueOrDefault(change.FindingId) is { } finding
            ? RowOf(change, finding.Bucket, finding.ObjectKey, finding.DetectorId)
            : RowOf(change, "", "", ""))];
    }

    private static ScanChangeRow RowOf(FoldedChange change, string bucket, string key, string detectorId) => new(
        change.FindingId,
        change.Kind ?? default,
        bucket,
        key,
        detectorId,
        change.Before?.Count,
        change.After?.Count,
        change.Before?.Severity,
        change.After?.Severity,
        change.Before?.Likelihood,
        change.After?.Likelihood,
        change.AtUtc);
}

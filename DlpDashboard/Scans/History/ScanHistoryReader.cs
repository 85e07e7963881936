using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.History;

/// <summary>Reads what scans changed about findings, one scan or several together.</summary>
public sealed class ScanHistoryReader(IDbContextFactory<DlpDbContext> contexts, ScanReader scans, ScanChangeReader changes)
{
    /// <summary>So many scans a comparison spans at most.</summary>
    public const int MostScans = 500;

    /// <summary>Scans in a trend.</summary>
    public const int TrendLength = 30;

    /// <summary>One page of what one scan changed.</summary>
    public async Task<Outcome<PageOf<ScanChangeRow>>> ChangesAsync(Actor actor, Guid scanId, ScanChangeKind? kind, PageCursor? after, int size, CancellationToken cancellationToken) =>
        await scans.OneAsync(actor, scanId, cancellationToken) is { } scan
            ? await changes.PageAsync(actor, scan.EndpointId, scanId, kind, after, size, cancellationToken)
            : ScanProblems.NotFound;

    /// <summary>What changed between the ends of two scans of one endpoint: the fold of what all scans after the first, up to the second, changed.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="from">The earlier scan; null tells what the later one itself changed.</param>
    /// <param name="to">The later scan.</param>
    /// <param name="kind">Only rows of this kind; the numbers stay whole.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="size">Rows of the page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<ScanComparison>> CompareAsync(Actor actor, Guid? from, Guid to, ScanChangeKind? kind, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        var spanned = await SpanAsync(actor, from, to, cancellationToken);
        if (!spanned.Succeeded)
        {
            return spanned.Problem;
        }

        var span = spanned.Value;
        var (totals, page) = await changes.FoldAsync(actor, span.To.EndpointId, span.ScanIds, kind, after, size, cancellationToken);
        long? same = span.To.State == ScanState.Completed && !span.Narrows
            ? Math.Max(0, span.To.Findings - totals.New - totals.CameBack - totals.Changed)
            : null;
        return new ScanComparison(span.From, span.To, span.ScanIds.Count - 1, totals, same, span.Notes(), page);
    }

    /// <summary>
    /// What a scan changed against the one before it (<see cref="BeforeAsync"/>). Where there is none everything is new, and only the scan is told:
    /// no row is read for what may be a million of them.
    /// </summary>
    public async Task<Outcome<ScanComparison>> WithBeforeAsync(Actor actor, Guid scanId, int rows, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        if (await scans.OneAsync(actor, scanId, cancellationToken) is not { } scan)
        {
            return ScanProblems.NotFound;
        }

        return await BeforeAsync(actor, scan, cancellationToken) is { } before
            ? await CompareAsync(actor, before, scanId, kind: null, after: null, rows, cancellationToken)
            : new ScanComparison(null, scan, 0, ScanChangeTotals.Zero with { New = scan.Findings }, Same: 0, [], new PageOf<ScanChangeRow>([], null));
    }

    /// <summary>The newest earlier scan of the same endpoint that came to its end or to its budget's, or null: what a scan is best compared with.</summary>
    public async Task<Guid?> BeforeAsync(Actor actor, ScanRow scan, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && s.EndpointId == scan.EndpointId && s.RequestedUtc < scan.RequestedUtc
                && (s.State == ScanState.Completed || s.State == ScanState.Stopped))
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id)
            .Select(s => (Guid?)s.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Open findings of an endpoint at the ends of its last scans, oldest first.</summary>
    public Task<IReadOnlyList<ScanTrendPoint>> TrendAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken) =>
        changes.TrendAsync(actor, endpointId, TrendLength, cancellationToken);

    /// <summary>The scans that a comparison folds, or why they cannot be compared.</summary>
    internal async Task<Outcome<ScanSpan>> SpanAsync(Actor actor, Guid? from, Guid to, CancellationToken cancellationToken)
    {
        var later = await scans.OneAsync(actor, to, cancellationToken);
        var earlier = from is { } id ? await scans.OneAsync(actor, id, cancellationToken) : null;
        if (later is null || (from is not null && earlier is null))
        {
            return ScanProblems.NotFound;
        }

        if (earlier is null)
        {
            return new ScanSpan(null, later, [to], HasGap: false);
        }

        return earlier.Id == later.Id ? ScanProblems.SameScan
            : earlier.EndpointId != later.EndpointId ? ScanProblems.OtherEndpoint
            : earlier.RequestedUtc > later.RequestedUtc ? ScanProblems.WrongOrder
            : await SpanAsync(actor, earlier, later, cancellationToken);
    }

    private async Task<Outcome<ScanSpan>> SpanAsync(Actor actor, ScanRow from, ScanRow to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var links = await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && s.EndpointId == to.EndpointId && s.RequestedUtc >= from.RequestedUtc && s.RequestedUtc <= to.RequestedUtc)
            .OrderBy(s => s.RequestedUtc).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.PreviousScanId })
            .Take(MostScans + 2)
            .ToListAsync(cancellationToken);
        if (links.Count == MostScans + 2)
        {
            return ScanProblems.TooFarApart;
        }

        var begin = links.FindIndex(link => link.Id == from.Id);
        var chain = links.Skip(begin + 1).TakeWhile(link => link.Id != to.Id).Concat(links.Where(link => link.Id == to.Id)).ToList();
        var hasGap = chain.Index().Any(at => at.Item.PreviousScanId != (at.Index == 0 ? from.Id : chain[at.Index - 1].Id));
        return new ScanSpan(from, to, [.. chain.Select(link => link.Id)], hasGap);
    }
}

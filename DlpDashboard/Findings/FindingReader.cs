using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>Reads findings, newest first.</summary>
public sealed class FindingReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>
    /// A text filter has no index: a page looks through at most this many findings of the other filters and then says, by a cursor, where to go on.
    /// So a page may be short, or empty, and still have a next one.
    /// </summary>
    public const int TextWindow = 20_000;

    private const int ExportPage = 1_000;
    private const int HistoryLength = 100;

    /// <summary>One page, newest first. The page is complete when its cursor is null.</summary>
    public Task<PageOf<FindingRow>> PageAsync(Actor actor, FindingFilter filter, PageCursor? after, int size, CancellationToken cancellationToken) =>
        PageAsync(actor, filter, FindingOrder.Newest, after, size, cancellationToken);

    /// <summary>One page in an order. The page is complete when its cursor is null.</summary>
    public async Task<PageOf<FindingRow>> PageAsync(Actor actor, FindingFilter filter, FindingOrder order, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return order == FindingOrder.Severity
            ? await FindingSeverityPages.ReadAsync(db, actor.OrganisationId, filter, after, size, PartAsync, cancellationToken)
            : await PartAsync(db, actor.OrganisationId, filter, after, size, cancellationToken);
    }

    /// <summary>How many findings a filter matches; beyond <paramref name="most"/> it answers one more and counts no further.</summary>
    public async Task<int> CountAsync(Actor actor, FindingFilter filter, int most, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = FindingQuery.Narrow(db, actor.OrganisationId, filter);
        return await (filter.Text is { Length: > 0 } text ? FindingQuery.Named(query, text) : query).Take(most + 1).CountAsync(cancellationToken);
    }

    /// <summary>One finding with samples and history, or null where this organisation has none with that id.</summary>
    public async Task<FindingDetail?> OneAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var one = db.Findings.AsNoTracking().Where(f => f.OrganisationId == actor.OrganisationId && f.Id == id);
        var row = await FindingQuery.Rows(one).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var rest = await one.Select(f => new { f.LastScanId, f.SamplesJson, f.SamplesRemovedUtc }).FirstAsync(cancellationToken);
        var history = await db.FindingStatusChanges.AsNoTracking()
            .Where(c => c.OrganisationId == actor.OrganisationId && c.FindingId == id)
            .OrderByDescending(c => c.AtUtc).ThenByDescending(c => c.Id)
            .Select(c => new FindingStep(c.AtUtc, c.By, c.From, c.To, c.Reason))
            .Take(HistoryLength)
            .ToListAsync(cancellationToken);
        return new FindingDetail(row, rest.LastScanId, FindingSamples.Read(rest.SamplesJson), history, rest.SamplesRemovedUtc);
    }

    /// <summary>All numbers of the organisation, from the roll-up.</summary>
    public async Task<FindingTotals> TotalsAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cells = await db.FindingTotals.AsNoTracking()
            .Where(t => t.OrganisationId == actor.OrganisationId && t.Findings > 0)
            .Select(t => new FindingTotalRow(t.EndpointId, t.DetectorId, t.Severity, t.Status, t.Findings, t.Values))
            .ToListAsync(cancellationToken);
        return new FindingTotals(cells);
    }

    /// <summary>All findings of a filter, page by page, for a file; memory does not grow.</summary>
    public IAsyncEnumerable<FindingRow> ExportAsync(Actor actor, FindingFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        return PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, cancellationToken), cancellationToken);
    }

    private static async Task<PageOf<FindingRow>> PartAsync(DlpDbContext db, Guid organisationId, FindingFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        var ordered = After(FindingQuery.Narrow(db, organisationId, filter), after)
            .OrderByDescending(f => f.FirstSeenUtc).ThenByDescending(f => f.Id);
        if (filter.Text is { Length: > 0 } text)
        {
            return await SearchAsync(ordered, text, size, cancellationToken);
        }

        var rows = await FindingQuery.Rows(ordered).Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From(rows, size, CursorOf);
    }

    private static async Task<PageOf<FindingRow>> SearchAsync(IQueryable<Finding> ordered, string text, int size, CancellationToken cancellationToken)
    {
        var matches = FindingQuery.Named(ordered.Take(TextWindow), text);
        var rows = await FindingQuery.Rows(matches.OrderByDescending(f => f.FirstSeenUtc).ThenByDescending(f => f.Id))
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        var page = PageOf.From(rows, size, CursorOf);
        if (page.Next is not null)
        {
            return page;
        }

        // The window's last row: reached by offset, but never further than the window.
        var last = await ordered.Skip(TextWindow - 1).Take(1).Select(f => new { f.FirstSeenUtc, f.Id }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? page : page with { Next = new PageCursor(last.FirstSeenUtc, last.Id) };
    }

    private static IQueryable<Finding> After(IQueryable<Finding> query, PageCursor? after) => after is not { } cursor
        ? query
        : query.Where(f => f.FirstSeenUtc < cursor.AtUtc || (f.FirstSeenUtc == cursor.AtUtc && f.Id < cursor.Id));

    private static PageCursor CursorOf(FindingRow row) => new(row.FirstSeenUtc, row.Id);
}

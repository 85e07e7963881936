using System.Linq.Expressions;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>Reads endpoints. Nothing here can return a secret: rows carry only whether there is one.</summary>
/// <param name="contexts">The database.</param>
public sealed class EndpointReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>Rows a page at most.</summary>
    public const int MaxPageSize = 200;

    /// <summary>Most cards that are shown.</summary>
    public const int MaxCards = 100;

    private static readonly Expression<Func<StorageEndpoint, EndpointRow>> ToRow = e => new EndpointRow(
        e.Id, e.Name, e.Provider, e.Address, e.BucketFilter, e.Prefix, e.IsEnabled, e.ProtectedSecrets != null,
        e.TestedUtc, e.TestPassed, e.CreatedUtc, e.UpdatedUtc, e.UpdatedBy, e.Version);

    /// <summary>Newest first, a page at a time.</summary>
    public async Task<PageOf<EndpointRow>> ListAsync(Actor actor, EndpointFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsRead);
        size = Math.Clamp(size, 1, MaxPageSize);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Narrowed(Visible(db, actor), filter);
        if (after is { } cursor)
        {
            query = query.Where(e => e.CreatedUtc < cursor.AtUtc || (e.CreatedUtc == cursor.AtUtc && e.Id < cursor.Id));
        }

        var rows = await query
            .OrderByDescending(e => e.CreatedUtc).ThenByDescending(e => e.Id)
            .Select(ToRow)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return PageOf.From(rows, size, row => new PageCursor(row.CreatedUtc, row.Id));
    }

    /// <summary>One endpoint, or <see cref="EndpointProblems.NotFound"/> where the organisation has none with that id.</summary>
    public async Task<Outcome<EndpointDetails>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await Visible(db, actor).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        return endpoint is null ? EndpointProblems.NotFound : EndpointDetails.Of(endpoint);
    }

    /// <summary>The first hundred by name, for the overview.</summary>
    public async Task<IReadOnlyList<EndpointCard>> CardsAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Visible(db, actor).OrderBy(e => e.Name).ThenBy(e => e.Id).Select(ToRow).Take(MaxCards).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new EndpointCard(row.Id, row.Name, row.Provider, row.Address, row.StateOf(), row.TestedUtc))];
    }

    private static IQueryable<StorageEndpoint> Visible(DlpDbContext db, Actor actor) =>
        db.StorageEndpoints.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId && e.DeletedUtc == null);

    private static IQueryable<StorageEndpoint> Narrowed(IQueryable<StorageEndpoint> query, EndpointFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = StorableText.Of(filter.Text.Trim(), StorageEndpoint.MaxName).ToUpperInvariant();
            query = query.Where(e => e.SearchText.Contains(text));
        }

        if (filter.Providers is { Count: > 0 } providers)
        {
            query = query.Where(e => providers.Contains(e.Provider));
        }

        return filter.States is { Count: > 0 } states ? InState(query, states) : query;
    }

    private static IQueryable<StorageEndpoint> InState(IQueryable<StorageEndpoint> query, IReadOnlyList<EndpointState> states)
    {
        var connected = states.Contains(EndpointState.Connected);
        var untested = states.Contains(EndpointState.Untested);
        var failing = states.Contains(EndpointState.Failing);
        var disabled = states.Contains(EndpointState.Disabled);
        return query.Where(e =>
            (connected && e.IsEnabled && e.TestPassed == true)
            || (untested && e.IsEnabled && e.TestPassed == null)
            || (failing && e.IsEnabled && e.TestPassed == false)
            || (disabled && !e.IsEnabled));
    }
}

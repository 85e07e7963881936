using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors.Exclusions;

/// <summary>Reads exclusion rules, newest first.</summary>
internal sealed class ExclusionReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>Greatest page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>One page.</summary>
    public async Task<PageOf<ExclusionRow>> PageAsync(Actor actor, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.ExclusionRules.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId);
        if (after is { } cursor)
        {
            query = query.Where(r => r.CreatedUtc < cursor.AtUtc || (r.CreatedUtc == cursor.AtUtc && r.Id < cursor.Id));
        }

        var rules = await query.OrderByDescending(r => r.CreatedUtc).ThenByDescending(r => r.Id).Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From([.. rules.Select(ExclusionRow.Of)], size, row => new PageCursor(row.CreatedUtc, row.Id));
    }

    /// <summary>One rule.</summary>
    public async Task<Outcome<ExclusionRow>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await db.ExclusionRules.AsNoTracking().SingleOrDefaultAsync(r => r.OrganisationId == actor.OrganisationId && r.Id == id, cancellationToken);
        return rule is null ? DetectorProblems.RuleNotFound : ExclusionRow.Of(rule);
    }
}

using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Risk.Joining;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk;

/// <summary>Tells of each endpoint what private data it holds and how sure that is, from roll-ups alone.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names of endpoints.</param>
public sealed class PrivateDataReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints)
{
    /// <summary>A page of endpoints, in the order of their ids.</summary>
    public async Task<PageOf<PrivateDataRow>> PageAsync(Actor actor, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        actor.Demand(Permissions.PostureRead);
        var names = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).OrderBy(e => e.Id).Where(e => after is null || e.Id.CompareTo(after.Value.Id) > 0).Take(size + 1).ToList();
        var ids = names.ConvertAll(e => e.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var totals = (await db.FindingTotals.AsNoTracking()
            .Where(t => t.OrganisationId == actor.OrganisationId && ids.Contains(t.EndpointId) && t.Findings > 0 && (t.Status == FindingStatus.Open || t.Status == FindingStatus.Acknowledged))
            .ToListAsync(cancellationToken)).ToLookup(t => t.EndpointId);
        var buckets = await db.BucketRisks.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId && ids.Contains(r.EndpointId))
            .GroupBy(r => r.EndpointId)
            .Select(group => new Known(
                group.Key,
                group.Count(),
                group.Count(r => r.Types > 0),
                group.Count(r => r.Types > 0 && r.Exposure >= ExposureLevel.Public),
                group.Count(r => !r.IsWhole),
                group.Count(r => r.ObjectsRead + r.ObjectsPartial == 0 && !(r.IsWhole && r.Objects == 0)),
                group.Sum(r => r.Objects),
                group.Sum(r => r.ObjectsRead),
                group.Sum(r => r.ObjectsPartial),
                group.Max(r => r.ScannedUtc),
                group.Max(r => r.Risk)))
            .ToDictionaryAsync(known => known.EndpointId, cancellationToken);
        return PageOf.From(names.ConvertAll(name => RowOf(name, [.. totals[name.Id]], buckets.GetValueOrDefault(name.Id))), size, row => new PageCursor(DateTime.UnixEpoch, row.EndpointId));
    }

    private static PrivateDataRow RowOf(EndpointName endpoint, List<FindingTotal> totals, Known? known)
    {
        var share = known is null ? 0 : new BucketCover(known.Objects, known.Read, known.Partial, known.NotWhole == 0).Share;
        var types = totals.GroupBy(t => t.DetectorId, StringComparer.Ordinal)
            .Select(group => new PrivateDataType(group.Key, group.Max(t => t.Severity), group.Sum(t => t.Findings), group.Sum(t => t.Values)))
            .OrderByDescending(type => type.Values).ThenBy(type => type.Detector, StringComparer.Ordinal).ToList();
        var state = types.Count > 0 ? PrivateDataState.Found : share is 1 ? PrivateDataState.NotFound : PrivateDataState.Unknown;
        return new PrivateDataRow(
            endpoint.Id, endpoint.Name, endpoint.Provider, types.Count > 0, state, types, types.Sum(t => t.Findings), types.Sum(t => t.Values),
            known?.Buckets ?? 0, known?.WithData ?? 0, known?.Exposed ?? 0,
            new PrivateDataCoverage(share, known?.Objects ?? 0, known?.Read ?? 0, known?.Unscanned ?? 0, known?.ScannedUtc), known?.HighestRisk);
    }

    private sealed record Known(Guid EndpointId, int Buckets, int WithData, int Exposed, int NotWhole, int Unscanned, long Objects, long Read, long Partial, DateTime? ScannedUtc, int HighestRisk);
}

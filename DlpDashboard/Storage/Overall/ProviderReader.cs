using System.Runtime.CompilerServices;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.Overall;

/// <summary>What lies with each provider of which an endpoint is connected, joined with what scans read and checks say.</summary>
/// <param name="contexts">The database.</param>
/// <param name="buckets">Sums.</param>
/// <param name="endpoints">Endpoints by provider.</param>
/// <param name="factory">Names of providers.</param>
/// <param name="coverage">What scans read.</param>
/// <param name="checks">What checks say.</param>
public sealed class ProviderReader(
    IDbContextFactory<DlpDbContext> contexts, StorageReader buckets, IEndpointDirectory endpoints, ObjectStoreFactory factory, IScanCoverage coverage, ICheckCounts checks)
{
    private const int MostRegions = 50;

    /// <summary>The providers, the largest first.</summary>
    public async Task<IReadOnlyList<ProviderSummary>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        var connected = await endpoints.ListAsync(actor.OrganisationId, cancellationToken);
        var sums = (await buckets.SumsAsync(actor, cancellationToken)).ToLookup(sum => sum.EndpointId);
        var scans = actor.May(Permissions.ScansRead) ? (await coverage.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(one => one.EndpointId) : null;
        var verdicts = actor.May(Permissions.PostureRead) ? (await checks.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(one => one.EndpointId) : null;
        var regions = await RegionsAsync(actor, cancellationToken);
        return
        [
            .. connected.GroupBy(endpoint => endpoint.Provider, StringComparer.Ordinal).Select(group =>
            {
                var ids = group.Select(endpoint => endpoint.Id).ToList();
                return Join(group.Key, ids, ids.ConvertAll(id => sums[id]).SelectMany(sum => sum).ToList(), regions[group.Key], scans, verdicts);
            })
            .OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The same one after the other, for a file.</summary>
    public async IAsyncEnumerable<ProviderSummary> RowsAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync(actor, cancellationToken))
        {
            yield return row;
        }
    }

    private ProviderSummary Join(
        string provider, List<Guid> ids, List<EndpointSum> sums, IEnumerable<string> regions, Dictionary<Guid, EndpointCoverage>? scans, Dictionary<Guid, EndpointChecks>? verdicts)
    {
        var read = scans is null ? null : ids.Where(scans.ContainsKey).Select(id => scans[id]).ToList();
        var judged = verdicts is null ? null : ids.Where(verdicts.ContainsKey).Select(id => verdicts[id]).ToList();
        var isPriced = sums.Count > 0 && sums.TrueForAll(sum => sum.MonthlyCost is not null && sum.Currency == sums[0].Currency);
        return new ProviderSummary(
            provider,
            factory.Find(provider)?.DisplayName ?? provider,
            ids.Count,
            sums.Count(sum => sum.MeasuredUtc is not null),
            sums.Sum(sum => sum.Buckets),
            sums.Sum(sum => sum.Objects),
            sums.Sum(sum => sum.Bytes),
            isPriced ? sums.Sum(sum => sum.MonthlyCost) : null,
            isPriced ? sums[0].Currency : null,
            [.. regions.Take(MostRegions)],
            read?.Sum(one => one.ObjectsListed),
            read?.Sum(one => one.ObjectsRead),
            read?.Count,
            judged?.Sum(one => one.Passed),
            judged?.Sum(one => one.Failed),
            sums.Max(sum => sum.MeasuredUtc));
    }

    private async Task<ILookup<string, string>> RegionsAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.StorageBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.VanishedUtc == null && b.Region != null)
            .Select(b => new { b.Provider, b.Region }).Distinct().OrderBy(row => row.Region).Take(1_000).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Provider, row => row.Region!, StringComparer.Ordinal);
    }
}

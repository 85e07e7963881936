using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Prices;

namespace DlpDashboard.Storage.Overall;

/// <summary>Joins buckets, endpoints and their histories for REST and the page.</summary>
/// <param name="buckets">Lists and sums.</param>
/// <param name="histories">Sizes by day.</param>
/// <param name="endpoints">Names.</param>
/// <param name="prices">Whose prices.</param>
public sealed class StorageSizeReader(StorageReader buckets, StorageHistoryReader histories, IEndpointDirectory endpoints, StoragePrices prices)
{
    /// <summary>Endpoints that are told with their history.</summary>
    public const int MostEndpoints = 200;

    /// <summary>One page of buckets with all around it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">Which buckets.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="days">Days of history of buckets and endpoints.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StorageSize> PageAsync(Actor actor, StorageFilter filter, PageCursor? after, int size, int days, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        var page = await buckets.PageAsync(actor, filter, after, size, cancellationToken);
        var ids = page.Items.Select(row => row.BucketId).ToList();
        var lines = await histories.HistoriesAsync(actor, ids, days, cancellationToken);
        var figures = await histories.FiguresAsync(actor, ids, cancellationToken);
        var sums = await buckets.SumsAsync(actor, cancellationToken);
        var around = await EndpointsAsync(actor, sums, days, cancellationToken);
        return new StorageSize(
            [.. page.Items.Select(row => new BucketSize(row, figures.GetValueOrDefault(row.BucketId)?.Classes ?? [], [.. lines[row.BucketId]]))],
            page.Next,
            around,
            await TotalAsync(actor, sums, cancellationToken));
    }

    /// <summary>The endpoints of which something was measured, the largest first.</summary>
    public async Task<IReadOnlyList<EndpointSize>> EndpointsAsync(Actor actor, int days, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        return await EndpointsAsync(actor, await buckets.SumsAsync(actor, cancellationToken), days, cancellationToken);
    }

    /// <summary>All of the organisation.</summary>
    public async Task<TotalSize> TotalAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        return await TotalAsync(actor, await buckets.SumsAsync(actor, cancellationToken), cancellationToken);
    }

    private async Task<List<EndpointSize>> EndpointsAsync(Actor actor, IReadOnlyList<EndpointSum> all, int days, CancellationToken cancellationToken)
    {
        var names = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id, endpoint => endpoint.Name);
        var sums = all.Where(sum => names.ContainsKey(sum.EndpointId)).Take(MostEndpoints).ToList();
        var lines = await histories.HistoriesAsync(actor, sums.ConvertAll(sum => sum.EndpointId), days, cancellationToken);
        return sums.ConvertAll(sum => new EndpointSize(names[sum.EndpointId], sum, [.. lines[sum.EndpointId]]));
    }

    private async Task<TotalSize> TotalAsync(Actor actor, IReadOnlyList<EndpointSum> sums, CancellationToken cancellationToken)
    {
        var history = await histories.HistoryAsync(actor, null, cancellationToken);
        return new TotalSize(sums.Sum(sum => sum.Buckets), sums.Sum(sum => sum.Objects), sums.Sum(sum => sum.Bytes), history, GrowthForecast.Of(history), prices.Name);
    }
}

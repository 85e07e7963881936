using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Live;
using DlpDashboard.Storage.Prices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Storage.Measuring;

/// <summary>One measure from beginning to end, or from where it stood: opens the endpoint, has its buckets counted and ends the row as completed or, where the provider or a setting is in the way, as failed.</summary>
internal sealed class MeasureRunner(EndpointStores stores, IDbContextFactory<DlpDbContext> contexts, StorageLedger ledger, StorageProgressFeed feed, IOptions<StorageOptions> options, TimeProvider time)
    : ILeaseRunner<StorageMeasure>
{
    /// <inheritdoc />
    public async Task RunAsync(StorageMeasure run, CancellationToken cancellationToken)
    {
        feed.Publish(run, MeasureCounts.None, null);
        var opened = await stores.OpenAsync(run.OrganisationId, run.EndpointId, cancellationToken);
        if (!opened.Succeeded)
        {
            await EndAsync(run, await ledger.CountedAsync(run, cancellationToken), opened.Problem.Sentence, cancellationToken);
            return;
        }

        await using var storage = opened.Value;
        using var session = new MeasureSession(run, storage, await DescribeAsync(storage, cancellationToken), ledger, feed, options.Value, time);
        string? failure = null;
        try
        {
            await session.RunAsync(cancellationToken);
        }
        catch (ObjectStoreException refused)
        {
            failure = refused.Sentence;
        }

        await EndAsync(run, session.Counts, failure, cancellationToken);
    }

    private async Task EndAsync(StorageMeasure run, MeasureCounts counts, string? failure, CancellationToken cancellationToken)
    {
        await ledger.EndAsync(run, counts, failure, cancellationToken);
        feed.Publish(run, counts, null);
    }

    private async Task<MeasuredEndpoint> DescribeAsync(OpenEndpoint opened, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await db.StorageEndpoints.AsNoTracking().SingleAsync(e => e.Id == opened.Id, cancellationToken);
        return new MeasuredEndpoint(endpoint.Provider, opened.Prefix, endpoint.Settings.GetValueOrDefault("region"), CloudAddress.IsTheCloudItself(endpoint.Address));
    }
}

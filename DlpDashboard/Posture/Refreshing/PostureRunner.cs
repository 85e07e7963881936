using System.Collections.Concurrent;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Configurations;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>
/// One refresh from beginning to end: the account once, then the buckets as they are listed, a batch at a time, so that memory does not grow with their number.
/// Taken up again after a crash, it lists anew and leaves out the buckets it has read. It ends as completed or, where the provider or a setting is in the way, as failed.
/// </summary>
internal sealed class PostureRunner(EndpointStores stores, IEndpointDirectory endpoints, PostureLedger ledger, PostureProgressFeed feed, IOptions<PostureOptions> options, TimeProvider time)
    : ILeaseRunner<PostureRefresh>
{
    /// <inheritdoc />
    public async Task RunAsync(PostureRefresh run, CancellationToken cancellationToken)
    {
        feed.Publish(run, null);
        var endpoint = (await endpoints.ListAsync(run.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == run.EndpointId) ?? new EndpointName(run.EndpointId, "a deleted endpoint", "", false);
        var opened = await stores.OpenAsync(run.OrganisationId, run.EndpointId, cancellationToken);
        if (!opened.Succeeded)
        {
            await EndAsync(run, endpoint, opened.Problem.Sentence, cancellationToken);
            return;
        }

        await using var storage = opened.Value;
        string? failure = null;
        try
        {
            await ReadAsync(run, endpoint, storage.Store, cancellationToken);
        }
        catch (ObjectStoreException refused)
        {
            failure = refused.Sentence;
        }

        await EndAsync(run, endpoint, failure, cancellationToken);
    }

    private async Task EndAsync(PostureRefresh run, EndpointName endpoint, string? failure, CancellationToken cancellationToken)
    {
        await ledger.EndAsync(run, endpoint, failure, cancellationToken);
        feed.Publish(run, null);
    }

    private async Task ReadAsync(PostureRefresh run, EndpointName endpoint, IObjectStore store, CancellationToken cancellationToken)
    {
        if (store.Configurations is not { } source)
        {
            throw new ObjectStoreException(StoreFault.Misconfigured, "This storage tells nothing of how it is set up.");
        }

        var account = await source.ReadAccountAsync(cancellationToken);
        await ledger.KeepAccountAsync(run, endpoint, account, cancellationToken);
        await foreach (var names in store.ListBucketsAsync(cancellationToken).Chunk(options.Value.Batch).WithCancellation(cancellationToken))
        {
            // A listing may name a bucket twice; a row may be written only once.
            var distinct = names.DistinctBy(bucket => bucket.Name, StringComparer.Ordinal).ToList();
            var done = await ledger.AlreadyReadAsync(run, distinct.ConvertAll(bucket => StableId.OfBucket(run.EndpointId, bucket.Name)), cancellationToken);
            var todo = distinct.Where(bucket => !done.Contains(StableId.OfBucket(run.EndpointId, bucket.Name))).ToList();
            if (todo.Count > 0)
            {
                var batch = await JudgeAsync(endpoint.Provider, source, account, todo, cancellationToken);
                await ledger.KeepAsync(run, endpoint, batch, cancellationToken);
                feed.Publish(run, todo[^1].Name);
            }
        }
    }

    private async Task<IReadOnlyList<JudgedBucket>> JudgeAsync(
        string provider, IBucketConfigurationSource source, IReadOnlyList<ConfigurationDocument> account, IReadOnlyList<StoredBucket> buckets, CancellationToken cancellationToken)
    {
        var judged = new ConcurrentBag<JudgedBucket>();
        await Parallel.ForEachAsync(buckets, new ParallelOptions { MaxDegreeOfParallelism = options.Value.Readers, CancellationToken = cancellationToken }, async (bucket, stop) =>
        {
            var documents = await source.ReadBucketAsync(bucket.Name, stop);
            var configuration = new BucketConfiguration(provider, bucket.Name, account.Concat(documents), time.GetUtcNow());
            judged.Add(new JudgedBucket(bucket, documents, configuration, CheckOutcome.Of(configuration)));
        });
        return [.. judged.OrderBy(one => one.Listed.Name, StringComparer.Ordinal)];
    }
}

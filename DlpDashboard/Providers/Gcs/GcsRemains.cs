using System.Globalization;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.Gcs;

/// <summary>Noncurrent generations of a bucket's objects. The API lists no unfinished uploads: these stay unknown.</summary>
/// <param name="requests">How to send.</param>
internal sealed class GcsRemains(GcsRequests requests) : IStoredRemains
{
    private const int MaxPages = 1_000_000;

    /// <inheritdoc />
    public Task<IncompleteUploads?> CountUploadsAsync(string bucket, string? prefix, CancellationToken cancellationToken) => Task.FromResult<IncompleteUploads?>(null);

    /// <inheritdoc />
    public async Task<FormerVersions?> CountVersionsAsync(string bucket, string? prefix, Func<Task> pageRead, CancellationToken cancellationToken)
    {
        var path = GcsListing.PathOf(bucket) + "/o";
        var (count, bytes) = (0L, 0L);
        string? token = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            if (await AskAsync(path, prefix, token, cancellationToken) is not { } page)
            {
                return null;
            }

            foreach (var entry in page.Items ?? [])
            {
                if (entry?.TimeDeleted is not null && long.TryParse(entry.Size, CultureInfo.InvariantCulture, out var size))
                {
                    count++;
                    bytes += Math.Max(0, size);
                }
            }

            await pageRead();
            if (string.IsNullOrEmpty(page.NextPageToken) || page.NextPageToken == token)
            {
                return new FormerVersions(count, bytes, null);
            }

            token = page.NextPageToken;
        }

        return null;
    }

    private async Task<GcsObjectPage?> AskAsync(string path, string? prefix, string? token, CancellationToken cancellationToken)
    {
        try
        {
            var page = await requests.ReadAsync(
                path,
                [("maxResults", "1000"), ("projection", "noAcl"), ("fields", "kind,nextPageToken,items(name,size,timeDeleted)"), ("versions", "true"), ("prefix", prefix), ("pageToken", token)],
                GcsJson.Default.GcsObjectPage,
                cancellationToken);
            return page.Kind == "storage#objects" || page.Items is { Count: > 0 } ? page : null;
        }
        catch (ObjectStoreException refused) when (refused.Fault is not (StoreFault.Throttled or StoreFault.Unreachable or StoreFault.SignInFailed))
        {
            return null;
        }
    }
}

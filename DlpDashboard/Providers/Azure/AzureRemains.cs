using System.Globalization;
using Azure.Core;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.Azure;

/// <summary>Snapshots and former versions of a container's blobs, and blobs of which only blocks were sent.</summary>
/// <param name="requests">How to send.</param>
internal sealed class AzureRemains(AzureRequests requests) : IStoredRemains
{
    private const int MaxPages = 1_000_000;
    private const int PageSize = 2000;

    /// <inheritdoc />
    public bool UploadsListAll => true;

    /// <summary>The service tells of a blob without a commit only among all others, and neither its blocks nor its time: what is more in that listing than in the usual one is counted, no more.</summary>
    public async Task<IncompleteUploads?> CountUploadsAsync(string bucket, string? prefix, CancellationToken cancellationToken)
    {
        var (all, usual) = (0L, 0L);
        var isWhole = await ReadAsync(bucket, prefix, "uncommittedblobs", _ => all++, () => Task.CompletedTask, cancellationToken)
            && await ReadAsync(bucket, prefix, null, _ => usual++, () => Task.CompletedTask, cancellationToken);
        return !isWhole ? null : all > usual ? new IncompleteUploads(all - usual, null, null) : new IncompleteUploads(0, 0, null);
    }

    /// <inheritdoc />
    public async Task<FormerVersions?> CountVersionsAsync(string bucket, string? prefix, Func<Task> pageRead, CancellationToken cancellationToken)
    {
        var (count, bytes) = (0L, 0L);
        var isWhole = await ReadAsync(
            bucket,
            prefix,
            "snapshots,versions",
            entry =>
            {
                count += entry.IsFormer ? 1 : 0;
                bytes += entry.IsFormer ? Math.Max(0, entry.Size ?? 0) : 0;
            },
            pageRead,
            cancellationToken);
        return isWhole ? new FormerVersions(count, bytes, null) : null;
    }

    private async Task<bool> ReadAsync(string container, string? prefix, string? include, Action<AzureEntry> take, Func<Task> pageRead, CancellationToken cancellationToken)
    {
        string? marker = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            if (await AskAsync(container, prefix, include, marker, cancellationToken) is not { } page)
            {
                return false;
            }

            foreach (var entry in page.Entries)
            {
                take(entry);
            }

            await pageRead();
            if (page.NextMarker is null || page.NextMarker == marker)
            {
                return true;
            }

            marker = page.NextMarker;
        }

        return false;
    }

    private async Task<AzurePage?> AskAsync(string container, string? prefix, string? include, string? marker, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.ReadAsync(
                new AzureRequest(
                    RequestMethod.Get,
                    container,
                    null,
                    [("restype", "container"), ("comp", "list"), ("prefix", prefix), ("marker", marker), ("maxresults", PageSize.ToString(CultureInfo.InvariantCulture)), ("include", include)]),
                answer => AzurePage.Read(answer.ContentStream ?? Stream.Null),
                cancellationToken);
        }
        catch (ObjectStoreException refused) when (refused.Fault is not (StoreFault.Throttled or StoreFault.Unreachable or StoreFault.SignInFailed))
        {
            return null;
        }
    }
}

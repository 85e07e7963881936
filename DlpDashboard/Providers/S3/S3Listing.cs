using System.Runtime.CompilerServices;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// The pages of a bucket's listing (ListObjectsV2). Keys travel percent-encoded, since XML 1.0 cannot carry control characters. A page that
/// does not lead on, that gives its token again or that falls back behind keys already seen ends the listing with a fault: a listing that goes
/// in circles would never end, and one out of order could not be resumed.
/// </summary>
/// <param name="requests">How to send.</param>
/// <param name="asksRestores">Whether to ask which archived objects are restored; compatible servers need not know the question.</param>
internal sealed class S3Listing(S3Requests requests, bool asksRestores)
{
    private const int PageSize = 1000;
    private const int MaxEmptyPages = 1000;

    /// <summary>Longest key taken, in UTF-8 bytes: S3's limit is 1,024, compatible servers go further.</summary>
    private const int MaxKeyBytes = 16 * 1024;

    /// <summary>The objects, in the order of their keys' bytes.</summary>
    public async IAsyncEnumerable<StoredObject> ReadAsync(
        string bucket, string? prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        var last = Encoding.UTF8.GetBytes(startAfter ?? string.Empty);
        for (var emptyPages = 0; emptyPages < MaxEmptyPages;)
        {
            var page = await ReadPageAsync(bucket, prefix, startAfter, token, cancellationToken);
            foreach (var entry in page.S3Objects ?? [])
            {
                var key = S3Key.Decode(entry.Key ?? string.Empty, page.Encoding);
                var bytes = Encoding.UTF8.GetBytes(key);
                if (bytes.Length is 0 or > MaxKeyBytes || bytes.AsSpan().SequenceCompareTo(last) <= 0)
                {
                    throw Damaged("The server lists keys out of order or more than once, so the listing cannot be trusted to end.");
                }

                last = bytes;
                yield return ToObject(bucket, key, entry);
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            if (string.IsNullOrEmpty(page.NextContinuationToken) || page.NextContinuationToken == token)
            {
                throw Damaged("The server says that more objects follow but gives no way to them.");
            }

            token = page.NextContinuationToken;
            emptyPages = page.S3Objects is { Count: > 0 } ? 0 : emptyPages + 1;
        }

        throw Damaged("The server gives one empty page after another.");
    }

    private async Task<ListObjectsV2Response> ReadPageAsync(
        string bucket, string? prefix, string? startAfter, string? token, CancellationToken cancellationToken)
    {
        var page = await requests.SendAsync(
            bucket,
            (client, limit) => client.ListObjectsV2Async(
                new ListObjectsV2Request
                {
                    BucketName = bucket,
                    Prefix = prefix,
                    StartAfter = token is null ? startAfter : null,
                    ContinuationToken = token,
                    Encoding = EncodingType.Url,
                    MaxKeys = PageSize,
                    OptionalObjectAttributes = asksRestores ? ["RestoreStatus"] : null,
                },
                limit),
            cancellationToken);

        // Any XML reads as an empty listing: only one that names the bucket says that it is empty.
        var isNamed = page.Name == bucket || (bucket.StartsWith("arn:", StringComparison.Ordinal) && !string.IsNullOrEmpty(page.Name));
        return page.S3Objects is not { Count: > 0 } && !isNamed
            ? throw Damaged("The server's answer is no listing.")
            : page;
    }

    private static StoredObject ToObject(string bucket, string key, S3Object entry)
    {
        var storageClass = entry.StorageClass?.Value;
        var isCold = storageClass is "GLACIER" or "DEEP_ARCHIVE" && !(entry.RestoreStatus?.RestoreExpiryDate > DateTime.UnixEpoch);
        var isDamaged = entry.Size is null or < 0;
        return new StoredObject(
            bucket,
            key,
            isDamaged ? 0 : entry.Size!.Value,
            entry.ETag ?? string.Empty,
            (entry.LastModified ?? DateTime.UnixEpoch).ToUniversalTime(),
            storageClass,
            isCold,
            isDamaged ? StoreFault.Unreadable : null);
    }

    private static ObjectStoreException Damaged(string what) =>
        new(StoreFault.Misconfigured, $"{what} Check that the service URL leads to an S3 service, and tell its operator.");
}

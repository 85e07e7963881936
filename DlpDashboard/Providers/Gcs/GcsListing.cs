using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DlpDashboard.Providers.Gcs;

/// <summary>
/// The pages of a bucket's listing. Only live generations are asked for: neither noncurrent nor soft-deleted ones, nor folders of a
/// hierarchical namespace. A page that does not lead on, gives its token again or falls back behind keys already seen ends the listing with a
/// fault: a listing that goes in circles would never end, and one out of order could not be resumed.
/// </summary>
/// <param name="requests">How to send.</param>
internal sealed partial class GcsListing(GcsRequests requests)
{
    /// <summary>The parts of an object resource that are needed.</summary>
    public const string ObjectFields = "name,size,generation,updated,storageClass,customerEncryption";

    private const string PageSize = "1000";
    private const string Fields = $"kind,nextPageToken,items({ObjectFields})";
    private const int MaxEmptyPages = 1000;
    private const int MaxTokenLength = 16 * 1024;

    /// <summary>Longest key taken, in UTF-8 bytes: Google's limit is 1,024, emulators go further.</summary>
    private const int MaxKeyBytes = 16 * 1024;

    /// <summary>The objects, in the order of their keys' bytes.</summary>
    public async IAsyncEnumerable<StoredObject> ReadAsync(
        string bucket, string? prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = PathOf(bucket);
        var after = Encoding.UTF8.GetBytes(startAfter ?? string.Empty);
        byte[] last = [];
        string? token = null;
        for (var emptyPages = 0; emptyPages < MaxEmptyPages;)
        {
            var page = await ReadPageAsync(path, prefix, startAfter, token, cancellationToken);
            foreach (var entry in page.Items ?? [])
            {
                var key = entry?.Name ?? string.Empty;
                var bytes = Encoding.UTF8.GetBytes(key);
                if (bytes.Length is 0 or > MaxKeyBytes || bytes.AsSpan().SequenceCompareTo(last) <= 0)
                {
                    throw GcsFaults.Damaged("The server lists keys out of order or more than once, so the listing cannot be trusted to end.");
                }

                last = bytes;

                // The offset itself is part of the answer, and some emulators know no offset at all.
                if (bytes.AsSpan().SequenceCompareTo(after) > 0)
                {
                    yield return ToObject(bucket, key, entry!);
                }
            }

            if (string.IsNullOrEmpty(page.NextPageToken))
            {
                yield break;
            }

            if (page.NextPageToken == token || page.NextPageToken.Length > MaxTokenLength)
            {
                throw GcsFaults.Damaged("The server says that more objects follow but gives no way to them.");
            }

            token = page.NextPageToken;
            emptyPages = page.Items is { Count: > 0 } ? 0 : emptyPages + 1;
        }

        throw GcsFaults.Damaged("The server gives one empty page after another.");
    }

    /// <summary>The path of a bucket.</summary>
    /// <exception cref="ObjectStoreException">No bucket can have this name.</exception>
    public static string PathOf(string bucket) => BucketForm().IsMatch(bucket)
        ? "b/" + GcsRequests.Escape(bucket)
        : throw new ObjectStoreException(StoreFault.Misconfigured, "A bucket cannot have this name. Check the bucket filter.");

    /// <summary>An entry of a listing; one that is damaged or encrypted with its owner's own key can be listed and not opened.</summary>
    public static StoredObject ToObject(string bucket, string key, GcsObject entry)
    {
        var isSized = long.TryParse(entry.Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size);
        var generation = entry.Generation ?? string.Empty;
        var isDamaged = !isSized || generation.Length > 20 || !generation.All(char.IsAsciiDigit);
        var isLocked = entry.CustomerEncryption is { ValueKind: JsonValueKind.Object };
        return new StoredObject(
            bucket,
            key,
            isDamaged ? 0 : size,
            isDamaged ? string.Empty : generation,
            (entry.Updated ?? DateTimeOffset.UnixEpoch).UtcDateTime,
            entry.StorageClass,
            IsCold: false,
            isDamaged ? StoreFault.Unreadable : isLocked ? StoreFault.Denied : null);
    }

    private async Task<GcsObjectPage> ReadPageAsync(string path, string? prefix, string? startAfter, string? token, CancellationToken cancellationToken)
    {
        var page = await requests.ReadAsync(
            path + "/o",
            [("maxResults", PageSize), ("projection", "noAcl"), ("fields", Fields), ("prefix", prefix), ("startOffset", startAfter), ("pageToken", token)],
            GcsJson.Default.GcsObjectPage,
            cancellationToken);

        // Any document reads as an empty listing: only one that says what it is says that the bucket is empty.
        return page.Kind == "storage#objects" || page.Items is { Count: > 0 } ? page : throw GcsFaults.Damaged("The server's answer is no listing.");
    }

    // Cloud Storage, "Bucket names": 3 to 222 characters; emulators also take shorter ones.
    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9._-]{0,221}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BucketForm();
}

using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// Unfinished uploads (ListMultipartUploads, ListParts) and former versions (ListObjectVersions) of S3 buckets. A compatible server that does not know a question may answer it with a listing:
/// an answer that does not name the bucket in its own way is unknown.
/// </summary>
/// <param name="requests">How to send.</param>
internal sealed class S3Remains(S3Requests requests) : IStoredRemains
{
    private const int MaxPages = 100_000;

    /// <summary>Uploads whose parts are asked for, a request each; with more of them the bytes stay unknown.</summary>
    private const int MaxSized = 100;

    /// <summary>An upload has at most 10,000 parts, a thousand a page.</summary>
    private const int MaxPartPages = 20;

    /// <inheritdoc />
    public async Task<IncompleteUploads?> CountUploadsAsync(string bucket, string? prefix, CancellationToken cancellationToken)
    {
        var count = 0L;
        DateTime? oldest = null;
        var sized = new List<(IReadOnlyList<string> Keys, string Id)>();
        ListMultipartUploadsResponse? page = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var before = page;
            page = await AskAsync(bucket, (client, limit) => client.ListMultipartUploadsAsync(UploadsOf(bucket, prefix, before), limit), cancellationToken);
            if (page is null || page.BucketName != bucket)
            {
                return null;
            }

            foreach (var upload in page.MultipartUploads ?? [])
            {
                count++;
                var began = upload.Initiated?.ToUniversalTime();
                oldest = began < oldest || oldest is null ? began ?? oldest : oldest;
                if (sized.Count <= MaxSized && upload.UploadId is { } id)
                {
                    // Some servers encode as asked and do not say so: then the key is either the text or what it decodes to.
                    var text = upload.Key ?? "";
                    sized.Add(([.. new[] { S3Key.Decode(text, page.EncodingType), S3Key.Decode(text, EncodingType.Url) }.Distinct(StringComparer.Ordinal)], id));
                }
            }

            if (page.IsTruncated != true || (page.NextKeyMarker == before?.NextKeyMarker && page.NextUploadIdMarker == before?.NextUploadIdMarker))
            {
                return new IncompleteUploads(count, await BytesAsync(bucket, sized, cancellationToken), oldest);
            }
        }

        return null;
    }

    /// <inheritdoc />
    public async Task<FormerVersions?> CountVersionsAsync(string bucket, string? prefix, Func<Task> pageRead, CancellationToken cancellationToken)
    {
        var versioning = await AskAsync(bucket, (client, limit) => client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucket }, limit), cancellationToken);
        if (versioning is null)
        {
            return null;
        }

        if (versioning.VersioningConfig?.Status is not { } status || status == VersionStatus.Off)
        {
            return new FormerVersions(0, 0, 0);
        }

        var (count, bytes, markers) = (0L, 0L, 0L);
        ListVersionsResponse? page = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var before = page;
            page = await AskAsync(bucket, (client, limit) => client.ListVersionsAsync(VersionsOf(bucket, prefix, before), limit), cancellationToken);
            if (page is null || page.Name != bucket)
            {
                return null;
            }

            foreach (var version in page.Versions ?? [])
            {
                var isMarker = version.IsDeleteMarker == true;
                markers += isMarker ? 1 : 0;
                if (!isMarker && version.IsLatest != true)
                {
                    count++;
                    bytes += Math.Max(0, version.Size ?? 0);
                }
            }

            await pageRead();
            if (page.IsTruncated != true || (page.NextKeyMarker == before?.NextKeyMarker && page.NextVersionIdMarker == before?.NextVersionIdMarker))
            {
                return new FormerVersions(count, bytes, markers);
            }
        }

        return null;
    }

    private static ListMultipartUploadsRequest UploadsOf(string bucket, string? prefix, ListMultipartUploadsResponse? before) => new()
    {
        BucketName = bucket,
        Prefix = prefix,
        Encoding = EncodingType.Url,
        KeyMarker = before?.NextKeyMarker is { } key ? S3Key.Decode(key, before.EncodingType) : null,
        UploadIdMarker = before?.NextUploadIdMarker,
    };

    private static ListVersionsRequest VersionsOf(string bucket, string? prefix, ListVersionsResponse? before) => new()
    {
        BucketName = bucket,
        Prefix = prefix,
        Encoding = EncodingType.Url,
        KeyMarker = before?.NextKeyMarker is { } key ? S3Key.Decode(key, before.Encoding) : null,
        VersionIdMarker = before?.NextVersionIdMarker,
    };

    private async Task<long?> BytesAsync(string bucket, List<(IReadOnlyList<string> Keys, string Id)> uploads, CancellationToken cancellationToken)
    {
        if (uploads.Count > MaxSized)
        {
            return null;
        }

        var bytes = 0L;
        foreach (var (keys, id) in uploads)
        {
            long? sent = null;
            foreach (var key in keys)
            {
                sent ??= await BytesAsync(bucket, key, id, cancellationToken);
            }

            if (sent is null)
            {
                return null;
            }

            bytes += sent.Value;
        }

        return bytes;
    }

    private async Task<long?> BytesAsync(string bucket, string key, string id, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        string? marker = null;
        for (var pages = 0; pages < MaxPartPages; pages++)
        {
            var asked = marker;
            var parts = await AskAsync(
                bucket, (client, limit) => client.ListPartsAsync(new ListPartsRequest { BucketName = bucket, Key = S3Key.ForRequest(key), UploadId = id, PartNumberMarker = asked }, limit), cancellationToken);
            if (parts is null)
            {
                return null;
            }

            bytes += (parts.Parts ?? []).Sum(part => Math.Max(0, part.Size ?? 0));
            marker = parts.NextPartNumberMarker?.ToString(CultureInfo.InvariantCulture);
            if (parts.IsTruncated != true || marker == asked)
            {
                return bytes;
            }
        }

        return null;
    }

    // What these credentials may not ask, or the server does not know, is unknown; a provider that fails as a whole is a failure.
    private async Task<T?> AskAsync<T>(string bucket, Func<AmazonS3Client, CancellationToken, Task<T>> question, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await requests.SendAsync(bucket, question, cancellationToken);
        }
        catch (ObjectStoreException refused) when (refused.Fault is not (StoreFault.Throttled or StoreFault.Unreachable or StoreFault.SignInFailed))
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Network;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.Gcs;

/// <summary>The buckets of a Google Cloud Storage connection.</summary>
internal sealed class GcsObjectStore : IObjectStore
{
    private const int MaxBucketPages = 1000;
    private const string BucketFields = "kind,nextPageToken,items(name,timeCreated,location)";
    private readonly GcsStoreSettings _settings;
    private readonly GcsTokens _tokens;
    private readonly GcsRequests _requests;

    /// <summary>Opens the store; connects when first used.</summary>
    public GcsObjectStore(GcsStoreSettings settings, ProviderOptions options, StorePatience patience, TimeProvider time)
    {
        _settings = settings;
        _tokens = new GcsTokens(settings, options, time);
        _requests = new GcsRequests(settings, _tokens, new StoreRetries(options, patience, time), options);
    }

    /// <inheritdoc />
    public IBucketConfigurationSource Configurations => new GcsConfiguration(_requests, () => _settings.ProjectId ?? _tokens.ProjectId);

    /// <inheritdoc />
    public IStoredRemains Remains => new GcsRemains(_requests);

    /// <inheritdoc />
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        await _requests.SignInAsync(cancellationToken);
        try
        {
            await ReadBucketsAsync(_settings.ProjectId ?? _tokens.ProjectId ?? "-", "1", null, cancellationToken);
        }
        catch (ObjectStoreException answered) when (answered.Fault is StoreFault.Denied or StoreFault.Vanished or StoreFault.Unreadable || answered.ProviderCode == "notImplemented")
        {
            // The token was given and the service looked at it: what it may list shows when buckets are listed.
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _requests.SignInAsync(cancellationToken);
        var project = _settings.ProjectId ?? _tokens.ProjectId
            ?? throw new ObjectStoreException(StoreFault.Misconfigured, "Buckets are listed by project. Give the project id, or name the buckets in the bucket filter.");
        string? token = null;
        for (var pages = 0; pages < MaxBucketPages; pages++)
        {
            var page = await ReadBucketsAsync(project, "1000", token, cancellationToken);
            if (page.Kind != "storage#buckets" && page.Items is not { Count: > 0 })
            {
                throw GcsFaults.Damaged("The server's answer is no list of buckets.");
            }

            foreach (var bucket in page.Items ?? [])
            {
                if (!string.IsNullOrEmpty(bucket?.Name))
                {
                    yield return new StoredBucket(bucket.Name, bucket.TimeCreated?.UtcDateTime, bucket.Location);
                }
            }

            if (string.IsNullOrEmpty(page.NextPageToken) || page.NextPageToken == token)
            {
                yield break;
            }

            token = page.NextPageToken;
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken) =>
        new GcsListing(_requests).ReadAsync(bucket, prefix, startAfter, cancellationToken);

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        if (listed.KnownFault is { } fault)
        {
            throw new ObjectStoreException(fault, fault == StoreFault.Denied
                ? "The object is encrypted with a key its owner keeps, so it cannot be read here. Rewrite it with a key of Google or Cloud KMS to have it scanned."
                : "The server's listing of this object is damaged. Tell the server's operator.");
        }

        var start = Math.Clamp(range?.Start ?? 0, 0, listed.Size);
        var length = Math.Clamp(range?.Length ?? long.MaxValue, 0, listed.Size - start);
        if (length == 0)
        {
            return new MemoryStream([], writable: false);
        }

        var isWhole = start == 0 && length == listed.Size;
        var answer = await GetAsync(listed, isWhole ? null : start, start + length, cancellationToken);
        var checksum = isWhole && answer.Headers.TryGetValues("x-goog-hash", out var sums) ? StoredBytes.ChecksumOf(sums) : null;
        var body = new ObjectBodyStream(
            await BodyOfAsync(answer, cancellationToken),
            length,
            async (position, token) => await BodyOfAsync(await GetAsync(listed, start + position, start + length, token), token),
            _requests.StallTimeout);
        return checksum is { } sum ? new StoredBytes(body, length, sum) : body;
    }

    /// <inheritdoc />
    public async Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var found = await _requests.ReadAsync(
            PathOf(bucket, key),
            [("projection", "noAcl"), ("fields", GcsListing.ObjectFields + ",contentType,contentEncoding,metadata")],
            GcsJson.Default.GcsObject,
            cancellationToken);
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in found.Metadata ?? new Dictionary<string, string>())
        {
            pairs[name] = value;
        }

        return new StoredObjectMetadata(GcsListing.ToObject(bucket, key, found), found.ContentType, found.ContentEncoding, pairs);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _requests.Dispose();
        _tokens.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<GcsBucketPage> ReadBucketsAsync(string project, string size, string? token, CancellationToken cancellationToken) => _requests.ReadAsync(
        "b", [("project", project), ("maxResults", size), ("projection", "noAcl"), ("fields", BucketFields), ("pageToken", token)], GcsJson.Default.GcsBucketPage, cancellationToken);

    private async Task<HttpResponseMessage> GetAsync(StoredObject listed, long? start, long end, CancellationToken cancellationToken)
    {
        // Taking gzip keeps the service from unpacking objects stored so: lengths and ranges are those of the stored bytes.
        var answer = await GetAsync(listed, start, end, "gzip", cancellationToken);
        if (IsPacked(answer) && IsHeader(answer, "x-goog-stored-content-encoding", "identity"))
        {
            // Packed on the way although it is not stored so.
            answer.Dispose();
            answer = await GetAsync(listed, start, end, "identity", cancellationToken);
        }

        if (WhatIsWrong(answer, listed, start, end) is { } wrong)
        {
            answer.Dispose();
            throw wrong;
        }

        return answer;
    }

    private Task<HttpResponseMessage> GetAsync(StoredObject listed, long? start, long end, string encoding, CancellationToken cancellationToken) => _requests.OpenAsync(
        PathOf(listed.Bucket, listed.Key),
        [("alt", "media"), ("ifGenerationMatch", listed.Version)],
        headers =>
        {
            headers.Range = start is { } first ? new RangeHeaderValue(first, end - 1) : null;
            headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        },
        cancellationToken);

    // Emulators ignore preconditions or ranges: their answer is checked, not trusted.
    private static ObjectStoreException? WhatIsWrong(HttpResponseMessage answer, StoredObject listed, long? start, long end)
    {
        if (listed.Version.Length > 0 && answer.Headers.TryGetValues("x-goog-generation", out var generations) && generations.First() != listed.Version)
        {
            return new ObjectStoreException(StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.");
        }

        if (IsHeader(answer, "x-goog-stored-content-encoding", "gzip") && !IsPacked(answer))
        {
            return new ObjectStoreException(StoreFault.Unreadable, "The server or a proxy before it unpacks this object on the way, so its stored bytes cannot be read. Check proxies between the app and the storage.");
        }

        var told = answer.Content.Headers.ContentRange;
        if (start is { } first && (answer.StatusCode != HttpStatusCode.PartialContent || told?.From != first))
        {
            return new ObjectStoreException(StoreFault.Unreadable, "The server does not give parts of objects, so a broken transfer cannot be resumed. Scan again.");
        }

        return answer.Content.Headers.ContentLength is { } length && length != end - (start ?? 0)
            ? new ObjectStoreException(StoreFault.Changed, string.Create(CultureInfo.InvariantCulture, $"The object is not as long as it was listed ({listed.Size} bytes). Scan again to read it as it is now."))
            : null;
    }

    private static bool IsPacked(HttpResponseMessage answer) => answer.Content.Headers.ContentEncoding.Contains("gzip");

    private static bool IsHeader(HttpResponseMessage answer, string name, string value) =>
        answer.Headers.TryGetValues(name, out var values) && string.Equals(values.First(), value, StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string bucket, string key) => $"{GcsListing.PathOf(bucket)}/o/{GcsRequests.Escape(key)}";

    private static async Task<ObjectBody> BodyOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new(await answer.Content.ReadAsStreamAsync(cancellationToken), answer);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Network;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.S3;

/// <summary>Amazon S3 and servers that speak its protocol.</summary>
internal sealed class S3ObjectStore : IObjectStore
{
    private const int MaxBucketPages = 1000;
    private readonly S3StoreSettings _settings;
    private readonly ProviderOptions _options;
    private readonly AWSCredentials _credentials;
    private readonly S3Http _http;
    private readonly S3Clients _clients;
    private readonly S3Requests _requests;
    private readonly StoreRetries _retries;

    /// <summary>Opens the store; connects when first used.</summary>
    /// <exception cref="ObjectStoreException">The machine has no credentials of the kind asked for.</exception>
    public S3ObjectStore(S3StoreSettings settings, ProviderOptions options, StorePatience patience, TimeProvider time)
    {
        _settings = settings;
        _options = options;
        _http = new S3Http(options);
        _credentials = S3Credentials.Of(settings, _http, options);
        _clients = new S3Clients(_credentials, settings, _http);
        _retries = new StoreRetries(options, patience, time);
        _requests = new S3Requests(_clients, _retries, options);
    }

    /// <inheritdoc />
    public IBucketConfigurationSource Configurations => new S3Configuration(_requests, _settings.IsAws ? new S3Control(AccountAsync, _credentials, _settings.Region, _http, _retries, _options) : null);

    /// <inheritdoc />
    public IStoredRemains Remains => new S3Remains(_requests);

    /// <inheritdoc />
    public Task SignInAsync(CancellationToken cancellationToken) => _requests.SendAsync(
        async (client, limit) =>
        {
            if (!_settings.IsAws)
            {
                await client.ListBucketsAsync(limit);
                return true;
            }

            // AWS answers this to any valid credentials, whatever they may do.
            using var tokens = S3Credentials.SecurityTokens(_credentials, _settings, _http, _options);
            await tokens.GetCallerIdentityAsync(new GetCallerIdentityRequest(), limit);
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        for (var pages = 0; pages < MaxBucketPages; pages++)
        {
            var asked = token;
            var page = await _requests.SendAsync(
                (client, limit) => client.ListBucketsAsync(new ListBucketsRequest { ContinuationToken = asked }, limit), cancellationToken);
            foreach (var bucket in page.Buckets ?? [])
            {
                yield return new StoredBucket(bucket.BucketName, bucket.CreationDate?.ToUniversalTime(), bucket.BucketRegion);
            }

            token = page.ContinuationToken;
            if (string.IsNullOrEmpty(token) || token == asked)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken) =>
        new S3Listing(_requests, asksRestores: _settings.IsAws).ReadAsync(bucket, prefix, startAfter, cancellationToken);

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        if (listed.KnownFault is { } fault)
        {
            throw new ObjectStoreException(fault, "The server's listing of this object is damaged. Tell the server's operator.");
        }

        var start = Math.Clamp(range?.Start ?? 0, 0, listed.Size);
        var length = Math.Clamp(range?.Length ?? long.MaxValue, 0, listed.Size - start);
        if (length == 0)
        {
            return new MemoryStream([], writable: false);
        }

        var isWhole = start == 0 && length == listed.Size;
        var body = await GetAsync(listed, isWhole ? null : start, start + length, cancellationToken);
        return new ObjectBodyStream(body, length, (position, token) => GetAsync(listed, start + position, start + length, token), _requests.StallTimeout);
    }

    /// <inheritdoc />
    public async Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var answer = await _requests.SendAsync(
            bucket, (client, limit) => client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = S3Key.ForRequest(key) }, limit), cancellationToken);
        var storageClass = answer.StorageClass?.Value;
        var isCold = storageClass is "GLACIER" or "DEEP_ARCHIVE" && answer.RestoreExpiration is null;
        var listed = new StoredObject(
            bucket, key, Math.Max(0, answer.ContentLength), answer.ETag ?? string.Empty, (answer.LastModified ?? DateTime.UnixEpoch).ToUniversalTime(), storageClass, isCold);
        var pairs = answer.Metadata.Keys.ToDictionary(name => name, name => answer.Metadata[name], StringComparer.OrdinalIgnoreCase);
        return new StoredObjectMetadata(listed, answer.Headers.ContentType, answer.Headers.ContentEncoding, pairs);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _clients.Dispose();
        (_credentials as IDisposable)?.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<string?> AccountAsync(CancellationToken cancellationToken) => _requests.SendAsync(
        async (_, limit) =>
        {
            using var tokens = S3Credentials.SecurityTokens(_credentials, _settings, _http, _options);
            var identity = await tokens.GetCallerIdentityAsync(new GetCallerIdentityRequest(), limit);
            return (string?)identity.Account;
        },
        cancellationToken);

    private async Task<ObjectBody> GetAsync(StoredObject listed, long? start, long end, CancellationToken cancellationToken)
    {
        var expected = S3AnswerGuard.ExpectObject();
        var response = await _requests.SendAsync(listed.Bucket, (client, limit) => client.GetObjectAsync(RequestOf(listed, start, end), limit), cancellationToken);
        if (WhatIsWrong(response, expected.ETag, listed, start, end) is { } wrong)
        {
            response.Dispose();
            throw wrong;
        }

        // The SDK takes any ETag of 32 digits for an MD5 of the content and fails where a server's is not; TLS and the ETag's comparison guard the bytes.
        return new ObjectBody(response.ResponseStream is WrapperStream wrapped ? wrapped.GetNonWrapperBaseStream() : response.ResponseStream, response);
    }

    private static GetObjectRequest RequestOf(StoredObject listed, long? start, long end) => new()
    {
        BucketName = listed.Bucket,
        Key = S3Key.ForRequest(listed.Key),
        EtagToMatch = listed.Version.Length > 0 ? listed.Version : null,
        ByteRange = start is { } first ? new Amazon.S3.Model.ByteRange(first, end - 1) : null,
    };

    // Some compatible servers ignore If-Match or Range: their answer is checked, not trusted.
    private static ObjectStoreException? WhatIsWrong(GetObjectResponse response, string? etag, StoredObject listed, long? start, long end)
    {
        if (listed.Version.Length > 0 && etag is { Length: > 0 } && etag.Trim('"') != listed.Version.Trim('"'))
        {
            return new ObjectStoreException(StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.");
        }

        if (start is { } first && response.ContentRange?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"bytes {first}-"), StringComparison.Ordinal) != true)
        {
            return new ObjectStoreException(StoreFault.Unreadable, "The server does not give parts of objects, so a broken transfer cannot be resumed. Scan again.");
        }

        return response.ContentLength > 0 && response.ContentLength != end - (start ?? 0)
            ? new ObjectStoreException(StoreFault.Changed, "The object is not as long as it was listed. Scan again to read it as it is now.")
            : null;
    }
}

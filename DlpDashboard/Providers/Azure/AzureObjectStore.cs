using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Network;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers.Azure;

/// <summary>Azure Blob Storage: containers are buckets, blobs of every type are objects.</summary>
internal sealed partial class AzureObjectStore : IObjectStore
{
    /// <summary>Told of blobs whose bytes mean nothing without a key that the service does not hold.</summary>
    public const string ForeignKey = "The object is encrypted with a key that only its owner has, so it cannot be scanned. Ask its owner to keep it under the account's own encryption.";

    private const int MaxBucketPages = 1000;
    private readonly AzureRequests _requests;
    private readonly HttpMessageInvoker _managementConnections;
    private readonly AzureManagement? _management;
    private readonly AzureStranger _stranger;

    /// <summary>Opens the store; connects when first used.</summary>
    /// <param name="settings">Where and how.</param>
    /// <param name="credential">Gives tokens where there is neither key nor SAS.</param>
    /// <param name="connections">Owned from here on.</param>
    /// <param name="options">Limits.</param>
    /// <param name="patience">Who waits.</param>
    /// <param name="time">The clock of waits between attempts.</param>
    public AzureObjectStore(
        AzureStoreSettings settings, TokenCredential? credential, HttpMessageHandler connections, ProviderOptions options, StorePatience patience, TimeProvider time)
    {
        var retries = new StoreRetries(options, patience, time);
        _requests = new AzureRequests(settings, credential, connections, retries, options);
        _managementConnections = new HttpMessageInvoker(connections, disposeHandler: false);
        _stranger = new AzureStranger(settings.Endpoint, _managementConnections, options);
        _management = credential is null || AzureManagement.RootOf(settings.Endpoint) is not { } root ? null : new AzureManagement(
            settings.Account.Length > 0 ? settings.Account : settings.Endpoint.Host.Split('.')[0],
            root,
            async stop => (await credential.GetTokenAsync(new TokenRequestContext([$"{root.GetLeftPart(UriPartial.Authority)}/.default"]), stop)).Token,
            _managementConnections,
            retries,
            options);
    }

    /// <inheritdoc />
    public IBucketConfigurationSource Configurations => new AzureConfiguration(_requests, _stranger.AskAsync, _management);

    /// <inheritdoc />
    public IStoredRemains Remains => new AzureRemains(_requests);

    /// <inheritdoc />
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadContainersAsync(null, 1, cancellationToken);
        }
        catch (ObjectStoreException denied) when (denied.ProviderCode is "AuthorizationPermissionMismatch" or "AuthorizationResourceTypeMismatch")
        {
            // A container's SAS and many roles cannot list containers; the credentials were accepted before their rights were looked at.
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? marker = null;
        for (var pages = 0; pages < MaxBucketPages; pages++)
        {
            var page = await ReadContainersAsync(marker, 1000, cancellationToken);
            foreach (var container in page.Entries)
            {
                yield return new StoredBucket(container.Name);
            }

            if (page.NextMarker is null || page.NextMarker == marker)
            {
                yield break;
            }

            marker = page.NextMarker;
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken)
    {
        RefuseUnusable(bucket);
        return new AzureListing(new AzurePages(_requests)).ReadAsync(bucket, prefix, startAfter, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        if (listed.KnownFault is { } fault)
        {
            throw new ObjectStoreException(fault, fault == StoreFault.Denied ? ForeignKey : "The server's listing of this object is damaged. Tell the server's operator.");
        }

        RefuseUnusable(listed.Bucket);
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
        RefuseUnusable(bucket);
        return await _requests.ReadAsync(new AzureRequest(RequestMethod.Head, bucket, key, []), answer => MetadataOf(bucket, key, answer), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _requests.Dispose();
        _managementConnections.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<AzurePage> ReadContainersAsync(string? marker, int size, CancellationToken cancellationToken) => _requests.ReadAsync(
        new AzureRequest(RequestMethod.Get, null, null, [("comp", "list"), ("marker", marker), ("maxresults", size.ToString(CultureInfo.InvariantCulture))]),
        answer => AzurePage.Read(answer.ContentStream ?? Stream.Null),
        cancellationToken);

    private async Task<ObjectBody> GetAsync(StoredObject listed, long? start, long end, CancellationToken cancellationToken)
    {
        var request = new AzureRequest(RequestMethod.Get, listed.Bucket, listed.Key, [])
        {
            IfMatch = listed.Version,
            Range = start is { } first ? (first, end) : null,
        };
        var message = await _requests.OpenAsync(request, cancellationToken);
        if (WhatIsWrong(message.Response, listed, start, end) is { } wrong)
        {
            message.Dispose();
            throw wrong;
        }

        return new ObjectBody(message.Response.ContentStream ?? Stream.Null, message);
    }

    // A proxy or emulator may ignore If-Match or Range: the answer is checked, not trusted.
    private static ObjectStoreException? WhatIsWrong(Response answer, StoredObject listed, long? start, long end)
    {
        if (answer.Headers.TryGetValue("ETag", out var etag) && etag.Trim('"') != listed.Version)
        {
            return new ObjectStoreException(StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.");
        }

        var expected = start is { } first ? string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{end - 1}/") : null;
        if (expected is not null && !(answer.Headers.TryGetValue("Content-Range", out var range) && range.StartsWith(expected, StringComparison.Ordinal)))
        {
            return new ObjectStoreException(StoreFault.Unreadable, "The server does not give the part of the object that was asked for, so a broken transfer cannot be resumed. Scan again.");
        }

        return answer.Headers.ContentLengthLong is { } length && length != end - (start ?? 0)
            ? new ObjectStoreException(StoreFault.Changed, "The object is not as long as it was listed. Scan again to read it as it is now.")
            : null;
    }

    private static StoredObjectMetadata MetadataOf(string bucket, string key, Response answer)
    {
        const string Prefix = "x-ms-meta-";
        var pairs = answer.Headers
            .Where(header => header.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Name[Prefix.Length..], header => header.Value, StringComparer.OrdinalIgnoreCase);
        var entry = new AzureEntry
        {
            Name = key,
            Size = answer.Headers.ContentLengthLong ?? 0,
            ETag = TextOf(answer, "ETag")?.Trim('"') ?? string.Empty,
            ModifiedUtc = DateTimeOffset.TryParse(TextOf(answer, "Last-Modified"), CultureInfo.InvariantCulture, out var time) ? time.UtcDateTime : DateTime.UnixEpoch,
            Tier = TextOf(answer, "x-ms-access-tier"),
            HasForeignKey = pairs.ContainsKey("encryptiondata"),
        };
        return new StoredObjectMetadata(entry.ToObject(bucket), TextOf(answer, "Content-Type"), TextOf(answer, "Content-Encoding"), pairs);
    }

    private static string? TextOf(Response answer, string header) => answer.Headers.TryGetValue(header, out var text) && text.Length > 0 ? text : null;

    private static void RefuseUnusable(string container)
    {
        if (!ContainerForm().IsMatch(container))
        {
            throw new ObjectStoreException(StoreFault.Misconfigured, "A container cannot have this name: it has 3 to 63 small letters, digits and hyphens. Check the bucket filter.");
        }
    }

    [GeneratedRegex(@"^(\$[a-z]{2,20}|[a-z0-9][a-z0-9-]{2,62})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ContainerForm();
}

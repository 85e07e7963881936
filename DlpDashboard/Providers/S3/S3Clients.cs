using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace DlpDashboard.Providers.S3;

/// <summary>The SDK's clients of one store: one a region, since AWS buckets answer only where they lie.</summary>
/// <param name="credentials">What to sign with.</param>
/// <param name="settings">Where to go.</param>
/// <param name="http">The connections all of them share.</param>
internal sealed partial class S3Clients(AWSCredentials credentials, S3StoreSettings settings, S3Http http) : IDisposable
{
    private const int MaxRegions = 64;
    private readonly ConcurrentDictionary<string, Lazy<AmazonS3Client>> _byRegion = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _regionOf = new(StringComparer.Ordinal);

    /// <summary>The client for requests that concern no bucket.</summary>
    public AmazonS3Client Home => In(settings.Region);

    /// <summary>The client for a bucket.</summary>
    public AmazonS3Client For(string bucket) => In(_regionOf.GetValueOrDefault(bucket, settings.Region));

    /// <summary>
    /// Whether a failure tells that the bucket lies in another region than asked so far; from now on it is asked there. Only the region's
    /// name is taken from the answer, never an address.
    /// </summary>
    public bool TryMove(string bucket, AmazonS3Exception failure)
    {
        var region = S3Faults.HeaderOf(failure, "x-amz-bucket-region") ?? ExpectedRegion().Match(failure.Message).Groups["region"].Value;
        var isElsewhere = failure.ErrorCode is "PermanentRedirect" or "TemporaryRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException"
            || (int)failure.StatusCode is 301 or 307;
        if (!isElsewhere || !S3StoreSettings.IsRegion(region) || _byRegion.Count >= MaxRegions
            || region == _regionOf.GetValueOrDefault(bucket, settings.Region))
        {
            return false;
        }

        _regionOf[bucket] = region;
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _byRegion.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private AmazonS3Client In(string region) => _byRegion.GetOrAdd(region, name => new Lazy<AmazonS3Client>(() => Create(name))).Value;

    private AmazonS3Client Create(string region)
    {
        // Retries are ours (StoreRetries), so the SDK makes one attempt; time limits are ours too, since the SDK's end streams it handed out.
        var config = new AmazonS3Config
        {
            HttpClientFactory = http,
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 1,
            Timeout = Timeout.InfiniteTimeSpan,
            IgnoreConfiguredEndpointUrls = true,
            DisableLogging = true,
            ForcePathStyle = settings.IsPathStyle,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.ServiceUrl is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
            config.AuthenticationRegion = region;
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new AmazonS3Client(credentials, config);
    }

    // AuthorizationHeaderMalformed names the right region in its sentence and, at compatible servers, nowhere else.
    [GeneratedRegex("expecting '(?<region>[a-z0-9-]{1,40})'", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ExpectedRegion();
}

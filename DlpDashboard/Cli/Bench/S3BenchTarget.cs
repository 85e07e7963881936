using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.S3.Model;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Cli.Bench;

/// <summary>An S3 server's bucket, with the credentials the AWS tools would find.</summary>
/// <param name="url">The server.</param>
internal sealed class S3BenchTarget(string url) : StoreBenchTarget
{
    private readonly AmazonS3Client _client = new(
        DefaultAWSCredentialsIdentityResolver.GetCredentials(),
        new AmazonS3Config
        {
            ServiceURL = url,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <inheritdoc />
    public override IObjectStore Open()
    {
        var settings = new Dictionary<string, string> { [S3Fields.ServiceUrl] = url, [S3Fields.PathStyle] = "true", [S3Fields.Credentials] = S3Fields.ByEnvironment };
        return new S3StoreProvider(Options.Create(new ProviderOptions()), TimeProvider.System).Open(new StoreConnection(S3StoreProvider.ProviderId, settings), StorePatience.Scan);
    }

    /// <inheritdoc />
    public override Task CreateBucketAsync(CancellationToken cancellationToken) => _client.PutBucketAsync(Bucket, cancellationToken);

    /// <inheritdoc />
    public override async Task PutAsync(string key, byte[] bytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes, writable: false);
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = content, UseChunkEncoding = false }, cancellationToken);
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<string> ListBareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = Bucket };
        for (var isMore = true; isMore;)
        {
            var page = await _client.ListObjectsV2Async(request, cancellationToken);
            foreach (var one in page.S3Objects ?? [])
            {
                yield return one.Key;
            }

            isMore = page.IsTruncated == true;
            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    /// <inheritdoc />
    public override Uri Sign(string key) => new(_client.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = Bucket,
        Key = key,
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(6),
        Protocol = Protocol.HTTP,
    }));

    /// <inheritdoc />
    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }
}

using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using DlpDashboard.Cli.Scanning;
using DlpDashboard.Providers;

namespace DlpDashboard.Cli.Bench;

/// <summary>A container of the account that <c>AZURE_STORAGE_CONNECTION_STRING</c> names.</summary>
/// <param name="connectionString">With an account key, so that addresses can be signed.</param>
internal sealed class AzureBenchTarget(string connectionString) : StoreBenchTarget
{
    private readonly BlobServiceClient _client = new(connectionString);

    private BlobContainerClient Container => _client.GetBlobContainerClient(Bucket);

    /// <inheritdoc />
    public override IObjectStore Open() => AzureAmbient.Open("bench", _client.AccountName, null);

    /// <inheritdoc />
    public override Task CreateBucketAsync(CancellationToken cancellationToken) => Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <inheritdoc />
    public override Task PutAsync(string key, byte[] bytes, CancellationToken cancellationToken) =>
        Container.GetBlobClient(key).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<string> ListBareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in Container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            yield return blob.Name;
        }
    }

    /// <inheritdoc />
    public override Uri Sign(string key) =>
        Container.GetBlobClient(key).GenerateSasUri(BlobSasPermissions.Read, TimeProvider.System.GetUtcNow().AddHours(6));
}

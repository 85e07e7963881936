using Azure.Storage.Blobs.Models;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Tests.Providers;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Posture;

/// <summary>Reading containers from Azurite, whose account keys cannot ask the resource manager.</summary>
public sealed class AzureConfigurationTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Theory]
    [InlineData(PublicAccessType.BlobContainer, CheckVerdict.Fail, "list read")]

    // To a stranger's listing Azurite answers here what a shut network would answer too.
    [InlineData(PublicAccessType.Blob, CheckVerdict.Unknown, "read")]
    [InlineData(PublicAccessType.None, CheckVerdict.Pass, "")]
    public async Task A_container_is_judged_by_its_level_and_by_what_a_stranger_is_told(PublicAccessType level, CheckVerdict expected, string anonymous)
    {
        var container = await azurite.NewContainerAsync();
        await container.SetAccessPolicyAsync(level, [new BlobSignedIdentifier { Id = "endless", AccessPolicy = new BlobAccessPolicy { Permissions = "r" } }]);
        var bucket = await ReadAsync(container.Name);
        Assert.Equal(DocumentState.Present, bucket.Document("container").State);
        Assert.Equal(DocumentState.Present, bucket.Document("serviceProperties").State);
        Assert.Equal(expected, VerdictOf(bucket, "azure-public"));
        Assert.Equal(anonymous, string.Join(' ', bucket.Exposure.Verdict.AnonymousAccess));
        Assert.Equal(CheckVerdict.Fail, VerdictOf(bucket, "azure-stored-policy"));
        Assert.Equal(CheckVerdict.Pass, VerdictOf(bucket, "azure-website"));

        // What only the resource manager tells is unknown with a key.
        Assert.Equal(DocumentState.Unknown, bucket.Document("account").State);
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(bucket, "azure-https-only"));
    }

    [Fact]
    public async Task A_container_that_is_gone_is_unknown()
    {
        var bucket = await ReadAsync("never-made-container");
        Assert.Equal(DocumentState.Unknown, bucket.Document("container").State);
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(bucket, "azure-public"));
        Assert.Null(bucket.Exposure.IsPublic);
    }

    private async Task<BucketConfiguration> ReadAsync(string container)
    {
        await using var store = Stores.Factory().Open(azurite.Connection(container));
        var source = store.Configurations!;
        return new BucketConfiguration("azure", container, (await source.ReadAccountAsync(CancellationToken.None)).Concat(await source.ReadBucketAsync(container, CancellationToken.None)), DateTimeOffset.UnixEpoch);
    }

    private static CheckVerdict VerdictOf(BucketConfiguration bucket, string check) => CheckCatalogue.Find(check)!.Judge(bucket).Verdict;
}

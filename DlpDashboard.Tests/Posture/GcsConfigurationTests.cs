using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Tests.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Posture;

/// <summary>Reading Google buckets from a server inside the test that answers as the JSON API's reference says.</summary>
public sealed class GcsConfigurationTests
{
    private const string Open = """{"version":3,"etag":"x","bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}""";

    [Theory]
    [InlineData("inherited", 200, CheckVerdict.Fail)]
    [InlineData("inherited", 401, CheckVerdict.Pass)]
    [InlineData("enforced", 401, CheckVerdict.Pass)]
    public async Task A_bucket_for_everybody_is_open_unless_prevention_stops_strangers(string prevention, int stranger, CheckVerdict expected)
    {
        var bucket = await ReadAsync($$$$"""{"kind":"storage#bucket","name":"bucket","location":"EU","iamConfiguration":{"publicAccessPrevention":"{{{{prevention}}}}","uniformBucketLevelAccess":{"enabled":true}}}""", Open, stranger);
        Assert.Equal(expected, VerdictOf(bucket, "gcs-public"));
        Assert.Equal(CheckVerdict.Pass, VerdictOf(bucket, "gcs-uniform-access"));
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(bucket, "gcs-audit-logs"));
    }

    [Fact]
    public async Task A_policy_that_may_not_be_read_is_unknown()
    {
        var bucket = await ReadAsync("""{"kind":"storage#bucket","name":"bucket"}""", null, 401);
        Assert.Equal(DocumentState.Unknown, bucket.Document("iamPolicy").State);
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(bucket, "gcs-public"));
        Assert.Null(bucket.Exposure.IsPublic);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"iamConfiguration":7,"acl":{"x":1},"name":"a","name":"b"}""")]
    public async Task A_resource_of_another_form_leaves_it_open_who_gets_in(string resource)
    {
        var bucket = await ReadAsync(resource, Open, 401);
        Assert.NotEqual(CheckVerdict.Pass, VerdictOf(bucket, "gcs-public"));
        Assert.Null(bucket.Exposure.IsPublic);
    }

    private static async Task<BucketConfiguration> ReadAsync(string resource, string? policy, int stranger)
    {
        await using var server = await GoogleStorage.StartAsync();
        server.Before = async (context, _) =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/iam", StringComparison.Ordinal))
            {
                Assert.Equal("3", context.Request.Query["optionsRequestedPolicyVersion"]);
                return policy is null ? await GoogleStorage.FailAsync(context, StatusCodes.Status403Forbidden, "forbidden") : await GoogleStorage.WriteAsync(context, policy);
            }

            if (path.EndsWith("/o", StringComparison.Ordinal))
            {
                return stranger == 200 ? await GoogleStorage.WriteAsync(context, """{"kind":"storage#objects"}""") : await GoogleStorage.FailAsync(context, stranger, "required");
            }

            return path.EndsWith("/b/bucket", StringComparison.Ordinal) && await GoogleStorage.WriteAsync(context, resource);
        };
        await using var store = Stores.Factory().Open(server.Connection());
        var source = store.Configurations!;
        return new BucketConfiguration("gcp", "bucket", (await source.ReadAccountAsync(CancellationToken.None)).Concat(await source.ReadBucketAsync("bucket", CancellationToken.None)), DateTimeOffset.UnixEpoch);
    }

    private static CheckVerdict VerdictOf(BucketConfiguration bucket, string check) => CheckCatalogue.Find(check)!.Judge(bucket).Verdict;
}

using Amazon.S3.Model;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Tests.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Posture;

/// <summary>Reading from a real S3 server (Ceph's gateway) what it supports, and the recorded shapes of AWS for the rest.</summary>
[Collection(RadosGatewayTests.Name)]
public sealed class S3ConfigurationTests(RadosGateway gateway)
{
    [Fact]
    public async Task A_real_server_tells_policy_lists_blocks_and_versions()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await client.PutBucketPolicyAsync(new PutBucketPolicyRequest
        {
            BucketName = bucket,
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/*"}]}""",
        });
        await client.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = Amazon.S3.VersionStatus.Enabled } });
        var open = await ReadAsync(bucket);
        Assert.Equal(DocumentState.Present, open.Document("policy").State);
        Assert.Equal(CheckVerdict.Fail, VerdictOf(open, "s3-bucket-block"));
        Assert.Equal(DocumentState.NotConfigured, open.Document("lifecycle").State);
        Assert.Equal(CheckVerdict.Fail, VerdictOf(open, "s3-public"));
        Assert.Equal(CheckVerdict.Pass, VerdictOf(open, "s3-versioning"));

        // What this server does not know is unknown, whatever it answers.
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(open, "s3-default-encryption"));
        Assert.Equal(CheckVerdict.Unknown, VerdictOf(open, "s3-acl-disabled"));

        await client.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = bucket,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true },
        });
        var shut = await ReadAsync(bucket);
        Assert.Equal(DocumentState.Present, shut.Document("publicAccessBlock").State);
        Assert.Equal(CheckVerdict.Pass, VerdictOf(shut, "s3-bucket-block"));
        Assert.Equal(CheckVerdict.Pass, VerdictOf(shut, "s3-public"));
    }

    [Fact]
    public async Task A_bucket_of_somebody_else_is_unknown_and_never_passes_or_fails()
    {
        var bucket = await gateway.NewBucketAsync();
        await using var store = Stores.Factory().Open(gateway.Connection(bucket, null, "OTHERKEY", "OTHERSECRET"));
        var documents = await store.Configurations!.ReadBucketAsync(bucket, CancellationToken.None);
        var read = new BucketConfiguration("aws", bucket, documents, DateTimeOffset.UnixEpoch);
        foreach (var name in new[] { "policy", "acl", "publicAccessBlock", "versioning" })
        {
            Assert.Equal((name, DocumentState.Unknown), (name, read.Document(name).State));
            Assert.Contains("AccessDenied", read.Document(name).Reason, StringComparison.Ordinal);
        }

        Assert.Equal(CheckVerdict.Unknown, VerdictOf(read, "s3-public"));
        Assert.Null(read.Exposure.IsPublic);
    }

    [Theory]
    [InlineData("encryption", "encryption", """<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:aws:kms:eu-west-1:111122223333:key/x</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>""", "s3-own-key", CheckVerdict.Pass)]
    [InlineData("encryption", "encryption", """<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>""", "s3-own-key", CheckVerdict.Fail)]
    [InlineData("ownershipControls", "ownership", """<OwnershipControls xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>""", "s3-acl-disabled", CheckVerdict.Pass)]
    [InlineData("logging", "logging", """<BucketLoggingStatus><LoggingEnabled><TargetBucket>bucket</TargetBucket><TargetPrefix>x/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>""", "s3-log-target", CheckVerdict.Fail)]
    [InlineData("logging", "logging", """<BucketLoggingStatus/>""", "s3-logging", CheckVerdict.Fail)]
    [InlineData("website", "website", """<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>""", "s3-website", CheckVerdict.Fail)]
    [InlineData("replication", "replication", """<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::copy</Bucket></Destination></Rule></ReplicationConfiguration>""", "s3-replication", CheckVerdict.Pass)]
    [InlineData("cors", "cors", """<CORSConfiguration><CORSRule><AllowedOrigin>https://a.test</AllowedOrigin><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>""", "s3-cors", CheckVerdict.Fail)]
    [InlineData("tagging", "tagging", """<Tagging><TagSet><Tag><Key>data-classification</Key><Value>open</Value></Tag></TagSet></Tagging>""", "s3-classification-tag", CheckVerdict.Pass)]
    [InlineData("notification", "notification", """<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>""", "s3-events", CheckVerdict.Pass)]
    [InlineData("object-lock", "objectLock", """<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>""", "s3-object-lock", CheckVerdict.Pass)]
    [InlineData("encryption", "encryption", """<ListBucketResult><Name>bucket</Name></ListBucketResult>""", "s3-default-encryption", CheckVerdict.Unknown)]
    [InlineData("encryption", "encryption", "", "s3-default-encryption", CheckVerdict.Unknown)]
    [InlineData("encryption", "encryption", "<!DOCTYPE x [<!ENTITY a \"b\">]><ServerSideEncryptionConfiguration>&a;</ServerSideEncryptionConfiguration>", "s3-default-encryption", CheckVerdict.Unknown)]
    public async Task A_recorded_answer_comes_to(string query, string document, string xml, string check, CheckVerdict expected)
    {
        await using var server = await MisbehavingS3.StartAsync();
        server.Before = async (context, _) =>
        {
            if (context.Request.Query.ContainsKey(query))
            {
                await MisbehavingS3.WriteXmlAsync(context, xml);
                return true;
            }

            return await MisbehavingS3.FailAsync(context, 404, "NoSuchBucketPolicy");
        };
        await using var store = Stores.Factory().Open(server.Connection());
        var read = new BucketConfiguration("aws", "bucket", await store.Configurations!.ReadBucketAsync("bucket", CancellationToken.None), DateTimeOffset.UnixEpoch);
        Assert.Equal(expected == CheckVerdict.Unknown ? DocumentState.Unknown : DocumentState.Present, read.Document(document).State);
        Assert.Equal(expected, VerdictOf(read, check));
        Assert.Equal(DocumentState.NotConfigured, read.Document("policy").State);
    }

    [Theory]
    [InlineData(403, "AccessDenied", DocumentState.Unknown)]
    [InlineData(404, "NoSuchLifecycleConfiguration", DocumentState.NotConfigured)]
    [InlineData(404, "NoSuchBucket", DocumentState.Unknown)]
    [InlineData(501, "NotImplemented", DocumentState.Unknown)]
    [InlineData(405, "MethodNotAllowed", DocumentState.Unknown)]
    public async Task A_refusal_is_a_state(int status, string code, DocumentState expected)
    {
        await using var server = await MisbehavingS3.StartAsync();
        server.Before = (context, _) => MisbehavingS3.FailAsync(context, status, code);
        await using var store = Stores.Factory().Open(server.Connection());
        var lifecycle = (await store.Configurations!.ReadBucketAsync("bucket", CancellationToken.None)).Single(document => document.Name == "lifecycle");
        Assert.Equal(expected, lifecycle.State);
        Assert.Equal(expected == DocumentState.Unknown, lifecycle.Reason?.EndsWith('.') == true);
    }

    [Fact]
    public async Task A_wrong_key_ends_the_reading_instead_of_making_everything_unknown()
    {
        await using var server = await MisbehavingS3.StartAsync();
        server.Before = (context, _) => MisbehavingS3.FailAsync(context, StatusCodes.Status403Forbidden, "InvalidAccessKeyId");
        await using var store = Stores.Factory().Open(server.Connection());
        Assert.Equal(DlpDashboard.Providers.StoreFault.SignInFailed, await Stores.FaultOfAsync(() => store.Configurations!.ReadBucketAsync("bucket", CancellationToken.None)));
    }

    [Fact]
    public async Task Only_reads_are_sent()
    {
        var methods = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var server = await MisbehavingS3.StartAsync();
        server.Before = (context, _) =>
        {
            methods.Add(context.Request.Method);
            return MisbehavingS3.FailAsync(context, 403, "AccessDenied");
        };
        await using var store = Stores.Factory().Open(server.Connection());
        await store.Configurations!.ReadAccountAsync(CancellationToken.None);
        await store.Configurations!.ReadBucketAsync("bucket", CancellationToken.None);
        Assert.True(methods.Count > 10);
        Assert.All(methods, method => Assert.Equal("GET", method));
    }

    private async Task<BucketConfiguration> ReadAsync(string bucket)
    {
        await using var store = Stores.Factory().Open(gateway.Connection(bucket));
        var source = store.Configurations!;
        return new BucketConfiguration("aws", bucket, (await source.ReadAccountAsync(CancellationToken.None)).Concat(await source.ReadBucketAsync(bucket, CancellationToken.None)), DateTimeOffset.UnixEpoch);
    }

    private static CheckVerdict VerdictOf(BucketConfiguration bucket, string check) => CheckCatalogue.Find(check)!.Judge(bucket).Verdict;
}

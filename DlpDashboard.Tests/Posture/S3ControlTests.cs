using Amazon.Runtime;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Posture;

/// <summary>The account's block, against a server that answers as the API reference of S3 Control writes it.</summary>
public sealed class S3ControlTests
{
    private const string Shut =
        """<?xml version="1.0" encoding="UTF-8"?><PublicAccessBlockConfiguration xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/"><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>""";

    [Fact]
    public async Task A_block_is_read_with_a_signed_request_of_the_accounts_own_name()
    {
        await using var server = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(
            context, context.Request.Headers["x-amz-account-id"] == "111122223333" && context.Request.Headers["x-amz-security-token"] == "session" ? 200 : 400, Shut, "application/xml"));
        var documents = await ReadAsync(server, "111122223333");
        Assert.Equal(["GET /v20180820/configuration/publicAccessBlock"], server.Asked);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=KEY/[0-9]{8}/eu-west-1/s3/aws4_request, ?SignedHeaders=host;x-amz-account-id;x-amz-content-sha256;x-amz-date;x-amz-security-token, ?Signature=[0-9a-f]{64}$", Assert.Single(server.Authorizations));
        Assert.All(documents, document => Assert.Equal(DocumentState.Present, document.State));
        var bucket = new BucketConfiguration("aws", "shop", documents, DateTimeOffset.UnixEpoch);
        Assert.Equal(CheckVerdict.Pass, CheckCatalogue.Find("s3-account-block")!.Judge(bucket).Verdict);
    }

    [Theory]
    [InlineData(404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code><Message>none</Message></Error>", DocumentState.NotConfigured)]
    [InlineData(404, "<ErrorResponse><Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error></ErrorResponse>", DocumentState.NotConfigured)]
    [InlineData(403, "<Error><Code>AccessDenied</Code></Error>", DocumentState.Unknown)]
    [InlineData(400, "not xml at all <", DocumentState.Unknown)]
    [InlineData(200, "<Something/>", DocumentState.Unknown)]
    [InlineData(200, "<!DOCTYPE a [<!ENTITY b \"c\">]><PublicAccessBlockConfiguration>&b;</PublicAccessBlockConfiguration>", DocumentState.Unknown)]
    [InlineData(200, "", DocumentState.Unknown)]
    public async Task Each_answer_is_a_state(int status, string body, DocumentState expected)
    {
        await using var server = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, status, body, "application/xml"));
        var block = (await ReadAsync(server, "111122223333")).Single(document => document.Name == S3Control.Block);
        Assert.Equal(expected, block.State);
        Assert.Equal(expected == DocumentState.Unknown, block.Reason?.EndsWith('.') == true);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        var busy = 2;
        await using var server = await RecordedServer.StartAsync(context => Interlocked.Decrement(ref busy) >= 0
            ? RecordedServer.SayAsync(context, 503, "<Error><Code>SlowDown</Code></Error>", "application/xml") : RecordedServer.SayAsync(context, 200, Shut, "application/xml"));
        Assert.Equal(DocumentState.Present, (await ReadAsync(server, "111122223333")).Single(document => document.Name == S3Control.Block).State);
        Assert.Equal(3, server.Asked.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("11112222333a")]
    [InlineData("1111")]
    [InlineData("evil.test/?")]
    public async Task Without_the_number_of_an_account_nobody_is_asked(string? account)
    {
        await using var server = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, 200, Shut, "application/xml"));
        Assert.All(await ReadAsync(server, account), document => Assert.Equal(DocumentState.Unknown, document.State));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public void The_address_is_the_one_of_the_accounts_region()
    {
        using var http = new S3Http(new ProviderOptions());
        Assert.Equal(new Uri("https://111122223333.s3-control.eu-west-1.amazonaws.com"), Control(http, "111122223333", "eu-west-1").AddressOf("111122223333"));
        Assert.Equal(new Uri("https://111122223333.s3-control.cn-north-1.amazonaws.com.cn"), Control(http, "111122223333", "cn-north-1").AddressOf("111122223333"));
    }

    private static async Task<IReadOnlyList<ConfigurationDocument>> ReadAsync(RecordedServer server, string? account)
    {
        using var http = new S3Http(new ProviderOptions());
        return await Control(http, account, "eu-west-1", server.Address).ReadAsync(CancellationToken.None);
    }

    private static S3Control Control(S3Http http, string? account, string region, Uri? address = null)
    {
        var options = new ProviderOptions { MaxAttempts = 4, RetryBudget = TimeSpan.FromSeconds(5) };
        var retries = new StoreRetries(options, StorePatience.Scan, TimeProvider.System);
        var credentials = new SessionAWSCredentials("KEY", "SECRET", "session");
        return address is null
            ? new S3Control(_ => Task.FromResult(account), credentials, region, http, retries, options)
            : new S3Control(_ => Task.FromResult(account), credentials, region, http, retries, options) { AddressOf = _ => address };
    }
}

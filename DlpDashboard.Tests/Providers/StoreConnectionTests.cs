using System.Net;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Network;
using DlpDashboard.Providers.S3;

namespace DlpDashboard.Tests.Providers;

public sealed class StoreConnectionTests
{
    [Theory]
    [InlineData("", "any", true)]
    [InlineData("a, b ,c", "b", true)]
    [InlineData("a,b", "B", false)]
    [InlineData("logs-*", "logs-2026", true)]
    [InlineData("logs-*", "old-logs-2026", false)]
    [InlineData("log?", "logs", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("x,*-prod", "web-prod", true)]
    public void A_bucket_filter_takes_names_and_globs(string filter, string bucket, bool matches) =>
        Assert.Equal(matches, BucketFilter.Parse(filter).Value!.Matches(bucket));

    [Fact]
    public void A_bucket_filter_has_limits()
    {
        Assert.False(BucketFilter.Parse(string.Join(',', Enumerable.Range(0, 1001))).Succeeded);
        Assert.False(BucketFilter.Parse(new string('a', 256)).Succeeded);
        Assert.True(BucketFilter.Parse(new string('*', 200)).Value!.Matches(new string('a', 5000)));
    }

    [Theory]
    [InlineData("http://storage.example.com:9000", true)]
    [InlineData("https://storage.example.com/path", true)]
    [InlineData("http://127.0.0.1:9000", true)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("gopher://x", false)]
    [InlineData("//storage", false)]
    [InlineData("http://user:secret@storage", false)]
    [InlineData("http://storage/?a=b", false)]
    [InlineData("http://169.254.169.254", false)]
    [InlineData("http://169.254.170.2", false)]
    [InlineData("http://0xA9FEA9FE", false)]
    [InlineData("http://2852039166", false)]
    [InlineData("http://[::ffff:169.254.169.254]", false)]
    [InlineData("http://[fd00:ec2::254]", false)]
    [InlineData("http://[fe80::1]", false)]
    public void A_service_url_leads_to_no_metadata_and_holds_no_password(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, ServiceAddress.Parse(url, allowLinkLocal: false) is not null);

    [Fact]
    public async Task A_name_that_resolves_to_metadata_is_not_connected_to()
    {
        // A literal stands for a name that resolves to it: the check is on what the name gave.
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(async () =>
            await ServiceAddress.ConnectAsync(new DnsEndPoint("169.254.169.254", 80), allowLinkLocal: false, default));
        Assert.Equal(StoreFault.Misconfigured, failure.Fault);
    }

    [Theory]
    [InlineData("nowhere", "", "provider")]
    [InlineData("local", "", "root")]
    [InlineData("local", "root=relative", "root")]
    [InlineData("local", "root=/a/../etc", "root")]
    [InlineData("local", "root=/a;region=x", "settings")]
    [InlineData("aws", "accessKeyId=a;secretAccessKey=b", "region")]
    [InlineData("aws", "region=eu-central-1;accessKeyId=a", "secretAccessKey")]
    [InlineData("aws", "region=eu-central-1;secretAccessKey=b", "accessKeyId")]
    [InlineData("aws", "region=../x;accessKeyId=a;secretAccessKey=b", "region")]
    [InlineData("aws", "region=eu-central-1;credentials=profile", "profile")]
    [InlineData("aws", "region=eu-central-1;credentials=magic", "credentials")]
    [InlineData("aws", "region=eu-central-1;credentials=instanceRole;roleArn=x", "roleArn")]
    [InlineData("aws", "serviceUrl=ftp://x;accessKeyId=a;secretAccessKey=b", "serviceUrl")]
    [InlineData("aws", "region=eu-central-1;pathStyle=yes;accessKeyId=a;secretAccessKey=b", "pathStyle")]
    [InlineData("aws", "region=eu-central-1;accessKeyId=a\u0001;secretAccessKey=b", "accessKeyId")]
    [InlineData("aws", "region=eu-central-1;accessKeyId=a;secretAccessKey=b", null)]
    [InlineData("aws", "region=eu-central-1;credentials=instanceRole;roleArn=arn:aws:iam::111122223333:role/scanner", null)]
    [InlineData("aws", "serviceUrl=http://x;accessKeyId=a;secretAccessKey=b", null)]
    public void Settings_are_checked_by_the_fields_a_provider_declares(string provider, string settings, string? field)
    {
        var pairs = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(field, Stores.Factory().Check(new StoreConnection(provider, pairs))?.Field);
    }

    [Fact]
    public void The_machines_own_credentials_can_be_forbidden()
    {
        var connection = new StoreConnection("aws", new Dictionary<string, string> { ["region"] = "eu-central-1", ["credentials"] = "instanceRole" });
        Assert.Null(Stores.Factory().Check(connection));
        Assert.Equal("credentials", Stores.Factory(new ProviderOptions { AllowServerCredentials = false }).Check(connection)?.Field);
    }

    [Fact]
    public void A_connection_never_writes_its_settings()
    {
        var connection = new StoreConnection("aws", new Dictionary<string, string> { ["secretAccessKey"] = "top-secret" });
        Assert.DoesNotContain("top-secret", connection.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("relative")]
    [InlineData("/a/../b")]
    [InlineData("/proc")]
    public void Allowed_roots_are_checked_at_start(string root) =>
        Assert.NotNull(new ProviderOptions { LocalRoots = [root] }.Check());
}

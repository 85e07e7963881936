using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;
using ByteRange = DlpDashboard.Providers.ByteRange;

namespace DlpDashboard.Tests.Providers;

[Collection(RadosGatewayTests.Name)]
public sealed class S3ObjectStoreTests(RadosGateway gateway)
{
    [Fact]
    public async Task Thousands_of_objects_are_listed_in_order_over_several_pages_and_from_any_key()
    {
        var bucket = await gateway.NewBucketAsync();
        using (var client = gateway.Client())
        {
            await Parallel.ForAsync(0, 2500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await PutAsync(client, bucket, $"k/{i:d5}", "x"));
            await PutAsync(client, bucket, "other", "x");
        }

        await using var store = Open(bucket);
        var expected = Enumerable.Range(0, 2500).Select(i => $"k/{i:d5}").ToList();
        Assert.Equal([.. expected, "other"], (await store.ListAllAsync(bucket)).Select(o => o.Key));
        Assert.Equal(expected, (await store.ListAllAsync(bucket, "k/")).Select(o => o.Key));
        Assert.Equal(expected.Skip(1001), (await store.ListAllAsync(bucket, "k/", "k/01000")).Select(o => o.Key));
        Assert.Empty(await store.ListAllAsync(bucket, "none"));
    }

    [Fact]
    public async Task Objects_and_ranges_are_read_byte_for_byte()
    {
        var bucket = await gateway.NewBucketAsync();
        var bytes = new byte[5_000_000];
        new Random(7).NextBytes(bytes);
        using var client = gateway.Client();
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "big", InputStream = new MemoryStream(bytes), UseChunkEncoding = false, ContentType = "application/x-thing", Metadata = { ["owner"] = "sales" } });
        await PutAsync(client, bucket, "empty", string.Empty);
        await using var store = Open(bucket);
        var listed = await store.ListAllAsync(bucket);

        Assert.Equal(bytes, await store.ReadAllAsync(listed[0]));
        Assert.Equal(bytes[1000..3000], await store.ReadAllAsync(listed[0], new ByteRange(1000, 2000)));
        Assert.Equal(bytes[^10..], await store.ReadAllAsync(listed[0], new ByteRange(bytes.Length - 10, 100)));
        Assert.Empty(await store.ReadAllAsync(listed[1]));
        var metadata = await store.ReadMetadataAsync(bucket, "big", default);
        Assert.Equal((listed[0].Size, "application/x-thing"), (metadata.Listed.Size, metadata.ContentType));
        Assert.Equal("sales", metadata.UserMetadata["x-amz-meta-owner"]);
        Assert.Equal(DateTimeKind.Utc, listed[0].ModifiedUtc.Kind);
        Assert.InRange(listed[0].ModifiedUtc, DateTime.UnixEpoch.AddYears(50), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5));
    }

    [Fact]
    public async Task Hostile_keys_round_trip()
    {
        string[] keys =
        [
            "<b>&amp;\"'</b>", "a\u0001b\u001Fc", "tab\tline\nreturn\r", "a/../b", "../up", "./here", "a//b", "/leading", "\u202Egnp.exe", "plus+and space%20%", "é\U0001F600",
            "back\\slash", "q?x=1#y", "trailing/", "x".PadLeft(1024, 'x'), "\u007F", "..", "%2e%2e/x",
        ];
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        var written = new List<string>();
        foreach (var key in keys)
        {
            try
            {
                await PutAsync(client, bucket, key, key);
                written.Add(key);
            }
            catch (AmazonS3Exception refused) when (key.StartsWith('/'))
            {
                // radosgw takes the slashes together before it checks the signature.
                Assert.Equal("AccessDenied", refused.ErrorCode);
            }
        }

        await using var store = Open(bucket);
        var listed = await store.ListAllAsync(bucket);
        Assert.Equal(written.OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))), listed.Select(o => o.Key));
        foreach (var one in listed)
        {
            Assert.Equal(one.Key, await store.ReadTextAsync(one));
        }
    }

    [Fact]
    public async Task An_object_changed_or_deleted_after_listing_says_so()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await PutAsync(client, bucket, "changed", "old");
        await PutAsync(client, bucket, "gone", "x");
        await using var store = Open(bucket);
        var listed = await store.ListAllAsync(bucket);
        await PutAsync(client, bucket, "changed", "new");
        await client.DeleteObjectAsync(bucket, "gone");

        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(listed[0], null, default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.OpenAsync(listed[1], null, default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.ReadMetadataAsync(bucket, "gone", default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => Open("no-such-" + bucket).ListAllAsync("no-such-" + bucket)));
    }

    [Fact]
    public async Task Another_account_sees_only_what_it_may()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await PutAsync(client, bucket, "open", "x");
        await PutAsync(client, bucket, "shut", "x");
        await client.PutBucketPolicyAsync(bucket, $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":["arn:aws:iam:::user/other"]},"Action":["s3:ListBucket"],"Resource":["arn:aws:s3:::{{bucket}}"]},
              {"Effect":"Allow","Principal":{"AWS":["arn:aws:iam:::user/other"]},"Action":["s3:GetObject"],"Resource":["arn:aws:s3:::{{bucket}}/open"]}]}
            """);
        await using var store = Stores.Factory().Open(gateway.Connection(bucket, null, "OTHERKEY", "OTHERSECRET"));
        var listed = await store.ListAllAsync(bucket);

        Assert.Equal(["open", "shut"], listed.Select(o => o.Key));
        Assert.Equal("x", await store.ReadTextAsync(listed[0]));
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => store.OpenAsync(listed[1], null, default)));
        var closed = await gateway.NewBucketAsync();
        await using var other = Stores.Factory().Open(gateway.Connection(closed, null, "OTHERKEY", "OTHERSECRET"));
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => other.ListAllAsync(closed)));
    }

    [Fact]
    public async Task A_role_is_assumed_with_its_external_id()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await PutAsync(client, bucket, "x", "in the role");
        var role = "scanner" + bucket;
        await gateway.AdminAsync("role", "create", "--role-name", role, "--assume-role-policy-doc",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam:::user/other"]},"Action":["sts:AssumeRole"]}]}""");
        await gateway.AdminAsync("role-policy", "put", "--role-name", role, "--policy-name", "read", "--policy-doc",
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket","s3:GetObject"],"Resource":["arn:aws:s3:::{{bucket}}","arn:aws:s3:::{{bucket}}/*"]}]}""");
        var own = gateway.Connection(bucket, null, "OTHERKEY", "OTHERSECRET");
        var assumed = own with
        {
            Settings = new Dictionary<string, string>(own.Settings) { [S3Fields.RoleArn] = $"arn:aws:iam:::role/{role}", [S3Fields.ExternalId] = "an-external-id" },
        };
        var missing = own with { Settings = new Dictionary<string, string>(own.Settings) { [S3Fields.RoleArn] = "arn:aws:iam:::role/none" } };

        await using (var store = Stores.Factory().Open(assumed))
        {
            Assert.Equal("in the role", await store.ReadTextAsync(Assert.Single(await store.ListAllAsync(bucket))));
        }

        await using (var store = Stores.Factory().Open(own))
        {
            Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => store.ListAllAsync(bucket)));
        }

        await using (var store = Stores.Factory().Open(missing))
        {
            Assert.Equal(StoreFault.SignInFailed, await Stores.FaultOfAsync(() => store.ListAllAsync(bucket)));
        }
    }

    [Fact]
    public async Task Buckets_are_filtered_by_names_and_globs_and_keys_by_prefix()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await PutAsync(client, bucket, "in/x", "1");
        await PutAsync(client, bucket, "out/x", "1");
        await using var store = Stores.Factory().Open(gateway.Connection(bucket[..^4] + "*", "in/"));

        Assert.Equal([bucket], (await store.ListBucketNamesAsync()).Where(name => name == bucket));
        var listed = Assert.Single(await store.ListAllAsync(bucket));
        Assert.Equal("in/x", listed.Key);
        Assert.Equal(["in/x"], (await store.ListAllAsync(bucket, "in/x")).Select(o => o.Key));
        Assert.Empty(await store.ListAllAsync(bucket, "out"));
        Assert.Empty(await store.ListAllAsync("another"));
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => store.OpenAsync(listed with { Key = "out/x" }, null, default)));
    }

    [Fact]
    public async Task Many_readers_share_one_store()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await Parallel.ForAsync(0, 200, async (i, _) => await PutAsync(client, bucket, $"{i:d3}", $"text {i:d3}"));
        await using var store = Open(bucket);
        await Parallel.ForEachAsync(await store.ListAllAsync(bucket), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (one, _) =>
            Assert.Equal($"text {one.Key}", await store.ReadTextAsync(one)));
    }

    private IObjectStore Open(string bucket) => Stores.Factory().Open(gateway.Connection(bucket));

    private static Task PutAsync(AmazonS3Client client, string bucket, string key, string text) =>
        client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = text, UseChunkEncoding = false });
}

using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>The Azure store against a real blob service.</summary>
public sealed class AzureObjectStoreTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task More_objects_than_a_page_holds_are_listed_in_order_and_resumed_anywhere()
    {
        var container = await azurite.NewContainerAsync();
        await Parallel.ForAsync(0, 2100, async (at, token) => await container.GetBlobClient($"d{at % 7}/{at:D5}").UploadAsync(BinaryData.FromString($"{at}"), token));
        await using var store = Open(azurite.Connection());

        var listed = await store.ListAllAsync(container.Name);
        Assert.Equal(2100, listed.Count);
        Assert.Equal(listed.Select(o => o.Key).Order(StringComparer.Ordinal), listed.Select(o => o.Key));
        foreach (var at in new[] { 0, 1, 999, 1999, 2000, 2098, 2099 })
        {
            Assert.Equal(listed.Skip(at + 1), await store.ListAllAsync(container.Name, null, listed[at].Key));
        }

        Assert.Equal(300, (await store.ListAllAsync(container.Name, "d3/")).Count);
        Assert.Equal("3", await store.ReadTextAsync(listed.Single(o => o.Key == "d3/00003")));
    }

    [Fact]
    public async Task Keys_of_any_kind_round_trip()
    {
        var container = await azurite.NewContainerAsync();
        string[] keys =
        [
            "a", "a b", "a+b", "a%2Fb", "a//b", "a&b=c?d#e", "é/ü", "\U0001F600", "\uFF01", "quote\"'<>", "x/../y", "x/./z", "deep/" + new string('k', 200), "trail.", "tilde~!*()", "colon:@;,",
        ];
        await using var store = Open(azurite.Connection());
        foreach (var key in keys)
        {
            await PutAsync(container, key);
        }

        var listed = await store.ListAllAsync(container.Name);
        Assert.Equal(keys.Order(Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)))), listed.Select(o => o.Key));
        foreach (var one in listed)
        {
            Assert.Equal("of " + one.Key, await store.ReadTextAsync(one));
            Assert.Equal(one, (await store.ReadMetadataAsync(container.Name, one.Key, default)).Listed);
        }
    }

    [Fact]
    public async Task Every_type_of_blob_is_read_and_snapshots_are_not_listed()
    {
        var container = await azurite.NewContainerAsync();
        var append = container.GetAppendBlobClient("append");
        await append.CreateAsync();
        await append.AppendBlockAsync(new MemoryStream("one "u8.ToArray()));
        await append.AppendBlockAsync(new MemoryStream("two"u8.ToArray()));
        var page = container.GetPageBlobClient("page");
        await page.CreateAsync(512);
        await page.UploadPagesAsync(new MemoryStream(new byte[512]), 0);
        var block = container.GetBlobClient("block");
        await block.UploadAsync(BinaryData.FromString("0123456789"));
        await block.CreateSnapshotAsync();
        await container.GetBlockBlobClient("uncommitted").StageBlockAsync("AAAA", new MemoryStream("x"u8.ToArray()));
        await using var store = Open(azurite.Connection());

        var listed = await store.ListAllAsync(container.Name);
        Assert.Equal(["append", "block", "page"], listed.Select(o => o.Key));
        Assert.Equal("one two", await store.ReadTextAsync(listed[0]));
        Assert.Equal("3456", await store.ReadTextAsync(listed[1], new ByteRange(3, 4)));
        Assert.Equal("89", await store.ReadTextAsync(listed[1], new ByteRange(8, 100)));
        Assert.Empty(await store.ReadAllAsync(listed[1], new ByteRange(10, 1)));
        Assert.Equal(512, (await store.ReadAllAsync(listed[2])).Length);
        await block.UploadAsync(BinaryData.FromString("changed..."), overwrite: true);
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => store.ReadAllAsync(listed[1])));
        await block.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots);
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.ReadMetadataAsync(container.Name, "block", default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.ListAllAsync("no-such-container")));
    }

    [Fact]
    public async Task Archived_objects_and_client_side_encryption_are_told_by_the_listing()
    {
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("cold").UploadAsync(BinaryData.FromString("x"));
        await container.GetBlobClient("cold").SetAccessTierAsync(AccessTier.Archive);
        await container.GetBlobClient("folder").UploadAsync(BinaryData.FromString(""), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } });
        await container.GetBlobClient("folder/in").UploadAsync(BinaryData.FromString("x"));
        await container.GetBlobClient("folder.txt").UploadAsync(BinaryData.FromString("x"));
        await container.GetBlobClient("sealed").UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["encryptiondata"] = "{}" } });
        await using var store = Open(azurite.Connection());

        var listed = await store.ListAllAsync(container.Name);
        Assert.Equal(["cold", "folder.txt", "folder/in", "sealed"], listed.Select(o => o.Key));
        Assert.True(listed[0].IsCold);
        Assert.Equal(StoreFault.Denied, listed[3].KnownFault);
        Assert.Equal(StoreFault.Cold, await Stores.FaultOfAsync(() => store.ReadAllAsync(listed[0])));
    }

    [Fact]
    public async Task Connection_string_key_and_both_kinds_of_sas_sign_in()
    {
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("x").UploadAsync(BinaryData.FromString("text"));
        var account = azurite.Client().GenerateAccountSasUri(AccountSasPermissions.Read | AccountSasPermissions.List, Later, AccountSasResourceTypes.All).Query;
        var one = container.GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, Later).Query;
        await Open(azurite.Connection()).SignInAsync(default);
        StoreConnection[] connections = [azurite.Connection(container.Name), ByKey(Azurite.Key), BySas(account, null), BySas(one, container.Name)];
        foreach (var connection in connections)
        {
            await using var store = Open(connection);
            Assert.Equal("text", await store.ReadTextAsync(Assert.Single(await store.ListAllAsync(container.Name))));
            Assert.Contains(container.Name, await store.ListBucketNamesAsync());
            Assert.DoesNotContain("sig=", Stores.Factory().Find("azure")!.AddressOf(connection));
        }
    }

    [Fact]
    public async Task What_a_key_or_sas_lacks_is_told_apart()
    {
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("x").UploadAsync(BinaryData.FromString("text"));
        var listed = Assert.Single(await Open(azurite.Connection()).ListAllAsync(container.Name));
        var listing = container.GenerateSasUri(BlobContainerSasPermissions.List, Later).Query;
        var reading = container.GenerateSasUri(BlobContainerSasPermissions.Read, Later).Query;
        var expired = container.GenerateSasUri(BlobContainerSasPermissions.All, Later.AddYears(-30)).Query;

        // Azure itself says AuthenticationFailed, the emulator AuthorizationFailure.
        Assert.Contains(await Stores.FaultOfAsync(() => Open(ByKey(Convert.ToBase64String(new byte[64]))).SignInAsync(default)), new[] { StoreFault.SignInFailed, StoreFault.Denied });
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => Open(BySas(listing, container.Name)).ReadAllAsync(listed)));
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(() => Open(BySas(reading, container.Name)).ListAllAsync(container.Name)));
        var late = await Assert.ThrowsAsync<ObjectStoreException>(() => Open(BySas(expired, container.Name)).ListAllAsync(container.Name));
        Assert.Contains(late.Fault, new[] { StoreFault.SignInFailed, StoreFault.Denied });
        Assert.DoesNotContain("sig", late.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_test_passes_and_names_what_is_wrong()
    {
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("x").UploadAsync(BinaryData.FromString("text"));
        var probe = new ConnectionProbe(Stores.Factory(), TimeProvider.System);
        Assert.All(await probe.TestAsync(azurite.Connection(container.Name), null, default), step => Assert.Equal(ProbeState.Ok, step.State));

        var one = container.GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, Later).Query;
        Assert.All(await probe.TestAsync(BySas(one, container.Name), null, default), step => Assert.Equal(ProbeState.Ok, step.State));
        var wrong = await probe.TestAsync(ByKey(Convert.ToBase64String(new byte[64])), null, default);
        Assert.Equal([ProbeState.Ok, ProbeState.Failed, ProbeState.Skipped, ProbeState.Skipped], wrong.Select(step => step.State));
        Assert.Contains("account key", wrong[1].Sentence);
    }

    // The SDK's client would resolve the dots of a key: the address is written by hand and signed.
    private static async Task PutAsync(BlobContainerClient container, string key)
    {
        var signed = container.GenerateSasUri(BlobContainerSasPermissions.Write | BlobContainerSasPermissions.Create, Later);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{signed.GetLeftPart(UriPartial.Path)}/{Uri.EscapeDataString(key)}{signed.Query}") { Content = new StringContent("of " + key) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static DateTimeOffset Later => TimeProvider.System.GetUtcNow().AddHours(1);

    private StoreConnection ByKey(string key) => new("azure", new Dictionary<string, string>
    {
        [AzureFields.Credentials] = AzureFields.ByAccountKey,
        [AzureFields.AccountName] = Azurite.Account,
        [AzureFields.AccountKey] = key,
        [AzureFields.ServiceUrl] = azurite.Url,
    });

    private StoreConnection BySas(string query, string? container) => new(
        "azure",
        new Dictionary<string, string> { [AzureFields.Credentials] = AzureFields.BySas, [AzureFields.SasToken] = query, [AzureFields.ServiceUrl] = azurite.Url },
        container);

    private static IObjectStore Open(StoreConnection connection) => Stores.Factory().Open(connection);
}

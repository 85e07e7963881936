using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Providers.Local;
using DlpDashboard.Providers.S3;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Providers;

/// <summary>Opens stores as the app does.</summary>
internal static class Stores
{
    public static ObjectStoreFactory Factory(ProviderOptions? options = null, TimeProvider? time = null)
    {
        var wrapped = Options.Create(options ?? new ProviderOptions());
        var clock = time ?? TimeProvider.System;
        return new ObjectStoreFactory([new LocalStoreProvider(wrapped), new S3StoreProvider(wrapped, clock), new AzureStoreProvider(wrapped, clock), new GcsStoreProvider(wrapped, clock)]);
    }

    public static async Task<List<StoredObject>> ListAllAsync(this IObjectStore store, string bucket, string? prefix = null, string? startAfter = null)
    {
        var found = new List<StoredObject>();
        await foreach (var one in store.ListObjectsAsync(bucket, prefix, startAfter, CancellationToken.None))
        {
            found.Add(one);
        }

        return found;
    }

    public static async Task<List<string>> ListBucketNamesAsync(this IObjectStore store)
    {
        var names = new List<string>();
        await foreach (var bucket in store.ListBucketsAsync(CancellationToken.None))
        {
            names.Add(bucket.Name);
        }

        return names;
    }

    public static async Task<byte[]> ReadAllAsync(this IObjectStore store, StoredObject listed, ByteRange? range = null)
    {
        await using var stream = await store.OpenAsync(listed, range, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    public static async Task<string> ReadTextAsync(this IObjectStore store, StoredObject listed, ByteRange? range = null) =>
        System.Text.Encoding.UTF8.GetString(await store.ReadAllAsync(listed, range));

    public static async Task<StoreFault> FaultOfAsync(Func<Task> act) => (await Assert.ThrowsAsync<ObjectStoreException>(act)).Fault;
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using DlpDashboard.Providers;

namespace DlpDashboard.Tests.Scans;

/// <summary>A storage in memory whose doors tests can hold shut or break.</summary>
internal sealed class ScriptedStore : IObjectStore
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _buckets = new(StringComparer.Ordinal);

    /// <summary>Opened so far, in order.</summary>
    public ConcurrentQueue<string> Opened { get; } = new();

    /// <summary>Runs before an object is opened; may wait or throw.</summary>
    public Func<StoredObject, CancellationToken, Task> BeforeOpen { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Runs before a bucket is listed; may wait or throw.</summary>
    public Func<string, CancellationToken, Task> BeforeList { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Disposed: its scan has let go of it.</summary>
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ScriptedStore With(string bucket, string key, string text)
    {
        if (!_buckets.TryGetValue(bucket, out var objects))
        {
            _buckets[bucket] = objects = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        objects[key] = text;
        return this;
    }

    public ScriptedStore WithMany(string bucket, int count, Func<int, string> text)
    {
        for (var i = 0; i < count; i++)
        {
            With(bucket, $"file-{i:D6}.txt", text(i));
        }

        return this;
    }

    /// <summary>What tells one content from another.</summary>
    private static string Version(string key, string text) => $"{key.Length}-{text.Length}-{StringComparer.Ordinal.GetHashCode(text)}";

    public void Remove(string bucket, string key) => _buckets[bucket].Remove(key);

    public Task SignInAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();

        // Not in order, as some providers.
        foreach (var bucket in _buckets.Keys.Reverse())
        {
            yield return new StoredBucket(bucket);
        }
    }

    public async IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeList(bucket, cancellationToken);
        foreach (var (key, text) in _buckets[bucket].ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (key.StartsWith(prefix ?? "", StringComparison.Ordinal) && (startAfter is null || string.CompareOrdinal(key, startAfter) > 0))
            {
                yield return new StoredObject(bucket, key, Encoding.UTF8.GetByteCount(text), Version(key, text), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            }
        }
    }

    public async Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        Opened.Enqueue(listed.Key);
        await BeforeOpen(listed, cancellationToken);
        var bytes = Encoding.UTF8.GetBytes(_buckets[listed.Bucket][listed.Key]);
        return range is { } part
            ? new MemoryStream(bytes.AsSpan((int)Math.Min(part.Start, bytes.Length)).ToArray() is var rest && rest.Length > part.Length ? rest[..(int)part.Length] : rest)
            : new MemoryStream(bytes);
    }

    public Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        Closed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}

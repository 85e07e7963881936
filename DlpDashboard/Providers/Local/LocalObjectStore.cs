using System.Runtime.CompilerServices;
using System.Text;
using DlpDashboard.Providers.Configurations;
using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// A folder as a storage. Its buckets are its immediate sub-folders by name, and <see cref="RootBucket"/> for what lies in it directly.
/// Links are listed and never followed, devices, pipes and sockets listed and never opened; a file is opened by walking from the root
/// without following links, then checked by its opened handle to be the regular file of the very size, time and inode that was listed.
/// </summary>
/// <param name="root">The opened root; disposed with the store.</param>
/// <param name="isOneBucket">Whether the whole tree is one bucket, <see cref="RootBucket"/>, as the command line wants it.</param>
internal sealed class LocalObjectStore(SafeFileHandle root, bool isOneBucket = false) : IObjectStore
{
    /// <summary>The bucket of what lies directly in the root: no sub-folder can have this name.</summary>
    public const string RootBucket = ".";

    private const int CancellationStride = 1024;

    /// <summary>Opens a folder as one bucket, wherever it lies: for the command line.</summary>
    /// <exception cref="ObjectStoreException">The folder is not there or may not be entered.</exception>
    public static LocalObjectStore OpenTree(string path) => new(LocalRoots.OpenFolder(path), isOneBucket: true);

    /// <inheritdoc />
    public IBucketConfigurationSource Configurations => new LocalConfiguration(bucket => Opened(() => LinuxFile.OpenFolder(root, FolderOf(bucket))));

    /// <inheritdoc />
    public Task SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            LinuxFile.OpenFolder(root, "."u8).Dispose();
            return Task.CompletedTask;
        }
        catch (LinuxFileException)
        {
            throw new ObjectStoreException(StoreFault.Misconfigured, "The app may not list this folder. Give its system user the right to read and enter it.");
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new StoredBucket(RootBucket);
        if (isOneBucket)
        {
            yield break;
        }

        using var folder = Opened(() => LinuxFile.OpenFolder(root, "."u8));
        var reader = new FolderReader(folder, 16 * 1024);
        while (reader.ReadBatch(name => name[^1] == (byte)'/') is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new StoredBucket(Encoding.UTF8.GetString(entry.SortName.AsSpan(..^1)));
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListObjectsAsync(
        string bucket, string? prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        using var walk = new LocalTreeWalk(Opened(() => LinuxFile.OpenFolder(root, FolderOf(bucket))), bucket, bucket == RootBucket && !isOneBucket, prefix, startAfter);
        for (var listed = 1; walk.Next() is { } found; listed++)
        {
            if (listed % CancellationStride == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            yield return found;
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<Stream>(cancellationToken);
        }

        if (listed.KnownFault is { } fault)
        {
            return Task.FromException<Stream>(new ObjectStoreException(fault, LocalObstacle.SentenceOf(listed.Version)));
        }

        try
        {
            return Task.FromResult<Stream>(Open(listed, range));
        }
        catch (ObjectStoreException failure)
        {
            return Task.FromException<Stream>(failure);
        }
        catch (LinuxFileException refused)
        {
            return Task.FromException<Stream>(refused.ToStoreException());
        }
    }

    /// <inheritdoc />
    public Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var place = Opened(() => LinuxFile.OpenPlace(root, PathOf(bucket, key)));
        var facts = LinuxFile.StatOpened(place);
        if (!facts.IsFile)
        {
            throw new ObjectStoreException(StoreFault.NeverOpened, LocalObstacle.SentenceOf(facts.IsLink ? LocalObstacle.Link : LocalObstacle.Special));
        }

        var listed = new StoredObject(bucket, key, facts.Size, facts.Version, facts.ModifiedUtc);
        return Task.FromResult(new StoredObjectMetadata(listed, null, null, new Dictionary<string, string>()));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        root.Dispose();
        return ValueTask.CompletedTask;
    }

    private LocalObjectStream Open(StoredObject listed, ByteRange? range)
    {
        var file = LinuxFile.OpenFile(root, PathOf(listed.Bucket, listed.Key));
        try
        {
            var facts = LinuxFile.StatOpened(file);
            if (!facts.IsFile)
            {
                throw new ObjectStoreException(StoreFault.Unreadable, LocalObstacle.SentenceOf(LocalObstacle.Special));
            }

            if (facts.Version != listed.Version)
            {
                throw new ObjectStoreException(StoreFault.Changed, "The file changed after it was listed. Scan again to read it as it is now.");
            }

            var start = Math.Clamp(range?.Start ?? 0, 0, facts.Size);
            return new LocalObjectStream(file, start, Math.Clamp(range?.Length ?? long.MaxValue, 0, facts.Size - start));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private byte[] PathOf(string bucket, string key)
    {
        var path = LocalName.PathOf(bucket == RootBucket ? key : $"{bucket}/{key}");
        var isInBucket = isOneBucket ? bucket == RootBucket : bucket != RootBucket ? bucket.LastIndexOf('/') <= 0 : (path is not null && !path.Contains((byte)'/'));
        return path is not null && isInBucket ? path
            : throw new ObjectStoreException(StoreFault.Unreadable, "This is no path below the folder: it has empty, '.' or '..' parts. It is not opened.");
    }

    private byte[] FolderOf(string bucket)
    {
        if (bucket == RootBucket)
        {
            return [(byte)'.'];
        }

        return !isOneBucket && LocalName.PathOf(bucket) is { } path && !path.Contains((byte)'/') ? path
            : throw new ObjectStoreException(StoreFault.Vanished, "There is no such folder below the root. Check the bucket filter.");
    }

    private static SafeFileHandle Opened(Func<SafeFileHandle> open)
    {
        try
        {
            return open();
        }
        catch (LinuxFileException refused)
        {
            throw refused.ToStoreException();
        }
    }
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// Lists the files below one folder in the order of the whole keys' bytes, holding one open folder and one batch of names a level and
/// nothing else. A folder is ordered by its name with the slash (<c>a-b</c>, <c>a.txt</c>, <c>a/…</c>, <c>a0</c>), which is the order of
/// the keys below it, so walking in that order needs no merging. Every step goes from an opened folder to a name in it without following
/// links: a folder swapped for a link meanwhile is not entered.
/// </summary>
internal sealed class LocalTreeWalk : IDisposable
{
    /// <summary>Folders within folders that are entered.</summary>
    public const int MaxDepth = 256;

    private const int LargestBatch = 64 * 1024;
    private const int SmallestBatch = 2 * 1024;

    private readonly Stack<Level> _levels = new();
    private readonly string _bucket;
    private readonly bool _isFlat;
    private readonly byte[] _wanted;
    private readonly byte[] _after;

    /// <summary>Begins at a folder, which the walk then owns.</summary>
    public LocalTreeWalk(SafeFileHandle folder, string bucket, bool isFlat, string? prefix, string? startAfter)
    {
        _bucket = bucket;
        _isFlat = isFlat;
        _wanted = Encoding.UTF8.GetBytes(prefix ?? string.Empty);
        _after = Encoding.UTF8.GetBytes(startAfter ?? string.Empty);
        _levels.Push(new Level(folder, [], LargestBatch));
    }

    /// <summary>The next file or obstacle; null at the end.</summary>
    public StoredObject? Next()
    {
        while (_levels.TryPeek(out var level))
        {
            if (!TryReadEntry(level, out var entry, out var obstacle))
            {
                _levels.Pop().Dispose();
                if (obstacle is not null)
                {
                    return obstacle;
                }
            }
            else if (Visit(level, entry) is { } listed)
            {
                return listed;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_levels.TryPop(out var level))
        {
            level.Dispose();
        }
    }

    private bool TryReadEntry(Level level, out FolderEntry entry, out StoredObject? obstacle)
    {
        obstacle = null;
        try
        {
            return level.TryTake(name => IsNeeded(level.Prefix, name), out entry);
        }
        catch (LinuxFileException)
        {
            entry = default;
            obstacle = LocalObstacle.Listed(_bucket, Encoding.UTF8.GetString(level.Prefix), LocalObstacle.BrokenFolder);
            return false;
        }
    }

    private StoredObject? Visit(Level level, in FolderEntry entry)
    {
        byte[] key = [.. level.Prefix, .. entry.SortName];
        if (entry.Kind == FolderEntryKind.Folder)
        {
            return _isFlat ? null : Enter(level, entry, key);
        }

        var text = Encoding.UTF8.GetString(key);
        if (entry.Kind != FolderEntryKind.File)
        {
            return LocalObstacle.Listed(_bucket, text, entry.Kind == FolderEntryKind.Link ? LocalObstacle.Link : LocalObstacle.Special);
        }

        if (key.Length + _bucket.Length * 3 >= LinuxFile.MaxPathBytes)
        {
            return LocalObstacle.Listed(_bucket, text, LocalObstacle.LongPath);
        }

        return StatFile(level, entry, text);
    }

    private StoredObject? StatFile(Level level, in FolderEntry entry, string key)
    {
        try
        {
            var facts = LinuxFile.StatEntry(level.Folder, entry.Name);
            return facts.IsFile
                ? new StoredObject(_bucket, key, facts.Size, facts.Version, facts.ModifiedUtc)
                : LocalObstacle.Listed(_bucket, key, facts.IsLink ? LocalObstacle.Link : LocalObstacle.Special);
        }
        catch (LinuxFileException gone) when (gone.IsGone)
        {
            return null;
        }
        catch (LinuxFileException)
        {
            return LocalObstacle.Listed(_bucket, key, LocalObstacle.BrokenFolder);
        }
    }

    private StoredObject? Enter(Level level, in FolderEntry entry, byte[] key)
    {
        var obstacle = _levels.Count > MaxDepth ? LocalObstacle.Depth
            : key.Length + _bucket.Length * 3 >= LinuxFile.MaxPathBytes ? LocalObstacle.LongPath
            : null;
        if (obstacle is null)
        {
            try
            {
                var folder = LinuxFile.OpenFolder(level.Folder, entry.Name);
                _levels.Push(new Level(folder, key, Math.Max(SmallestBatch, LargestBatch >> Math.Min(_levels.Count, 16))));
                return null;
            }
            catch (LinuxFileException gone) when (gone.IsGone)
            {
                return null;
            }
            catch (LinuxFileException refused)
            {
                obstacle = refused.Number switch
                {
                    LinuxFileException.NoAccess or LinuxFileException.NotPermitted => LocalObstacle.ClosedFolder,
                    LinuxFileException.IsLink => LocalObstacle.Link,
                    LinuxFileException.TooManyOpen => throw refused.ToStoreException(),
                    _ => LocalObstacle.BrokenFolder,
                };
            }
        }

        return LocalObstacle.Listed(_bucket, Encoding.UTF8.GetString(key), obstacle);
    }

    private bool IsNeeded(byte[] parent, byte[] name)
    {
        var after = Below(_after, parent);
        var wanted = Below(_wanted, parent);
        if (name[^1] != (byte)'/')
        {
            return name.AsSpan().StartsWith(wanted) && (after.IsEmpty || name.AsSpan().SequenceCompareTo(after) > 0);
        }

        var mayHoldWanted = name.AsSpan().StartsWith(wanted) || wanted.StartsWith(name);
        return mayHoldWanted && (after.IsEmpty || name.AsSpan().SequenceCompareTo(after) > 0 || after.StartsWith(name));
    }

    private static ReadOnlySpan<byte> Below(byte[] key, byte[] parent) =>
        key.AsSpan().StartsWith(parent) ? key.AsSpan(parent.Length) : [];

    private sealed class Level(SafeFileHandle folder, byte[] prefix, int batchSize) : IDisposable
    {
        private readonly FolderReader _reader = new(folder, batchSize);
        private List<FolderEntry> _batch = [];
        private int _taken;

        public SafeFileHandle Folder { get; } = folder;

        public byte[] Prefix { get; } = prefix;

        public bool TryTake(Func<byte[], bool> isNeeded, out FolderEntry entry)
        {
            if (_taken == _batch.Count)
            {
                _batch = _reader.ReadBatch(isNeeded);
                _taken = 0;
            }

            entry = _taken < _batch.Count ? _batch[_taken++] : default;
            return entry.SortName is not null;
        }

        public void Dispose() => Folder.Dispose();
    }
}

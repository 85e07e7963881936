using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// Reads an open folder in the order of whole keys, a batch at a time. The kernel gives entries in any order, so each batch reads the
/// whole folder and keeps the smallest names after the last one given: memory stays bounded whatever the folder's size, at the price of
/// one more pass a batch.
/// </summary>
/// <param name="folder">The folder, opened for listing; the caller's.</param>
/// <param name="batchSize">Entries kept at a time.</param>
internal sealed class FolderReader(SafeFileHandle folder, int batchSize)
{
    private const int BufferSize = 64 * 1024;
    private static readonly Comparison<FolderEntry> ByKey = (left, right) => left.SortName.AsSpan().SequenceCompareTo(right.SortName);

    private byte[]? _last;
    private bool _isComplete;

    /// <summary>The next entries that a listing may need, in order; empty at the end.</summary>
    /// <param name="isNeeded">Whether a listing needs the entry of that sort name.</param>
    public List<FolderEntry> ReadBatch(Func<byte[], bool> isNeeded)
    {
        var batch = new List<FolderEntry>();
        if (_isComplete)
        {
            return batch;
        }

        _isComplete = true;
        LinuxFile.Rewind(folder);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int filled; (filled = LinuxFile.ReadEntries(folder, buffer)) > 0;)
            {
                Collect(buffer.AsSpan(0, filled), isNeeded, batch);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        KeepSmallest(batch);
        if (batch.Count > 0)
        {
            _last = batch[^1].SortName;
        }

        return batch;
    }

    private void Collect(ReadOnlySpan<byte> entries, Func<byte[], bool> isNeeded, List<FolderEntry> batch)
    {
        // struct linux_dirent64: inode 8, offset 8, length 2, type 1, then the name and a NUL.
        for (; !entries.IsEmpty; entries = entries[MemoryMarshal.Read<ushort>(entries[16..])..])
        {
            var name = entries[19..MemoryMarshal.Read<ushort>(entries[16..])];
            name = name[..name.IndexOf((byte)0)];
            if (name is [(byte)'.'] or [(byte)'.', (byte)'.'])
            {
                continue;
            }

            if (KindOf(entries[18], name) is not { } kind)
            {
                continue;
            }

            var encoded = LocalName.Encode(name);
            byte[] sortName = kind == FolderEntryKind.Folder ? [.. encoded, (byte)'/'] : encoded;
            if ((_last is null || sortName.AsSpan().SequenceCompareTo(_last) > 0) && isNeeded(sortName))
            {
                batch.Add(new FolderEntry(sortName, sortName[0] == (byte)'/' ? name.ToArray() : null, kind));
                if (batch.Count >= 2 * batchSize)
                {
                    KeepSmallest(batch);
                }
            }
        }
    }

    private void KeepSmallest(List<FolderEntry> batch)
    {
        batch.Sort(ByKey);
        if (batch.Count > batchSize)
        {
            batch.RemoveRange(batchSize, batch.Count - batchSize);
            _isComplete = false;
        }
    }

    private FolderEntryKind? KindOf(byte type, ReadOnlySpan<byte> name) => type switch
    {
        8 => FolderEntryKind.File,
        4 => FolderEntryKind.Folder,
        10 => FolderEntryKind.Link,
        0 => KindByStat(name),
        _ => FolderEntryKind.Special,
    };

    // Some file systems leave the type out of their listings.
    private FolderEntryKind? KindByStat(ReadOnlySpan<byte> name)
    {
        try
        {
            var facts = LinuxFile.StatEntry(folder, name);
            return facts.IsFile ? FolderEntryKind.File : facts.IsFolder ? FolderEntryKind.Folder : facts.IsLink ? FolderEntryKind.Link : FolderEntryKind.Special;
        }
        catch (LinuxFileException gone) when (gone.IsGone)
        {
            return null;
        }
    }
}

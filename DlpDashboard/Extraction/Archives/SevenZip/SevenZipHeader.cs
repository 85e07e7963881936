using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives.SevenZip;

/// <summary>What the header of a 7z archive tells: its folders and the names of its files (7zFormat.txt of 7-Zip).</summary>
internal sealed class SevenZipHeader
{
    private const long FirstPacked = 32;

    private long _packedAt;
    private long[] _packedSizes = [];

    private enum Part
    {
        End = 0,
        Header = 1,
        ArchiveProperties = 2,
        Streams = 4,
        Files = 5,
        Packed = 6,
        Unpacked = 7,
        SubStreams = 8,
        Size = 9,
        Checksums = 10,
        Folder = 11,
        UnpackSizes = 12,
        StreamCounts = 13,
        EmptyStreams = 14,
        Names = 17,
        EncodedHeader = 23,
    }

    /// <summary>Its folders.</summary>
    public SevenZipFolder[] Folders { get; private set; } = [];

    /// <summary>Names of the files with content, in the order of the folders.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Whether this only tells where the packed header is: its one folder.</summary>
    public bool IsEncoded { get; private set; }

    /// <summary>Reads a header; damage is an <see cref="InvalidDataException"/>.</summary>
    public static SevenZipHeader Read(ReadOnlySpan<byte> bytes)
    {
        var header = new SevenZipHeader();
        var cursor = new SevenZipCursor(bytes);
        var first = (Part)cursor.Byte();
        header.IsEncoded = first == Part.EncodedHeader;
        Damage.Unless(header.IsEncoded || first == Part.Header);
        if (header.IsEncoded)
        {
            header.ReadStreams(ref cursor);
            header.Place();
            return header;
        }

        for (var part = (Part)cursor.Byte(); part != Part.End; part = cursor.Left == 0 ? Part.End : (Part)cursor.Byte())
        {
            switch (part)
            {
                case Part.Streams:
                    header.ReadStreams(ref cursor);
                    break;
                case Part.Files:
                    header.ReadFiles(ref cursor);
                    break;
                case Part.ArchiveProperties:
                    while (cursor.Byte() != 0)
                    {
                        cursor.Take(cursor.Number());
                    }

                    break;
                default:
                    Damage.Found();
                    break;
            }
        }

        header.Place();
        return header;
    }

    private void ReadStreams(ref SevenZipCursor cursor)
    {
        for (var part = (Part)cursor.Byte(); part != Part.End; part = (Part)cursor.Byte())
        {
            switch (part)
            {
                case Part.Packed:
                    ReadPacked(ref cursor);
                    break;
                case Part.Unpacked:
                    ReadUnpacked(ref cursor);
                    break;
                case Part.SubStreams:
                    ReadSubStreams(ref cursor);
                    break;
                default:
                    Damage.Found();
                    break;
            }
        }
    }

    private void ReadPacked(ref SevenZipCursor cursor)
    {
        _packedAt = cursor.Number();
        var count = cursor.Count();
        for (var part = (Part)cursor.Byte(); part != Part.End; part = (Part)cursor.Byte())
        {
            if (part == Part.Size)
            {
                Damage.Unless(count <= cursor.Left);
                _packedSizes = new long[count];
                for (var i = 0; i < count; i++)
                {
                    _packedSizes[i] = cursor.Number();
                }
            }
            else
            {
                Damage.Unless(part == Part.Checksums);
                cursor.SkipChecksums(count);
            }
        }
    }

    private void ReadUnpacked(ref SevenZipCursor cursor)
    {
        Damage.Unless((Part)cursor.Byte() == Part.Folder);
        var count = cursor.Count();
        Damage.Unless(cursor.Byte() == 0 && count <= cursor.Left);
        Folders = new SevenZipFolder[count];
        for (var i = 0; i < count; i++)
        {
            Folders[i] = SevenZipFolder.Read(ref cursor);
        }

        for (var part = (Part)cursor.Byte(); part != Part.End; part = (Part)cursor.Byte())
        {
            if (part == Part.UnpackSizes)
            {
                foreach (var folder in Folders)
                {
                    folder.Sizes = new long[folder.Outputs];
                    for (var i = 0; i < folder.Outputs; i++)
                    {
                        folder.Sizes[i] = cursor.Number();
                    }
                }
            }
            else
            {
                Damage.Unless(part == Part.Checksums);
                var has = cursor.SkipChecksums(count);
                for (var i = 0; i < count; i++)
                {
                    Folders[i].HasChecksum = has[i];
                }
            }
        }

        foreach (var folder in Folders)
        {
            Damage.Unless(folder.Sizes.Length == folder.Outputs);
            folder.Files = [folder.Size];
        }
    }

    private void ReadSubStreams(ref SevenZipCursor cursor)
    {
        var part = (Part)cursor.Byte();
        if (part == Part.StreamCounts)
        {
            var total = 0L;
            foreach (var folder in Folders)
            {
                var count = cursor.Count();
                Damage.Unless((total += count) <= 1_000_000);
                folder.Files = new long[count];
            }

            part = (Part)cursor.Byte();
        }

        foreach (var folder in Folders)
        {
            SplitFolder(folder, part == Part.Size, ref cursor);
        }

        part = part == Part.Size ? (Part)cursor.Byte() : part;
        while (part != Part.End)
        {
            Damage.Unless(part == Part.Checksums);
            var unknown = Folders.Sum(folder => folder.Files.Length == 1 && folder.HasChecksum ? 0 : folder.Files.Length);
            cursor.SkipChecksums(unknown);
            part = (Part)cursor.Byte();
        }
    }

    // All sizes but the last are written; the last is what is left.
    private static void SplitFolder(SevenZipFolder folder, bool hasSizes, ref SevenZipCursor cursor)
    {
        var left = folder.Size;
        for (var i = 0; i < folder.Files.Length; i++)
        {
            var isLast = i == folder.Files.Length - 1;
            Damage.Unless(isLast || hasSizes);
            folder.Files[i] = isLast ? left : cursor.Number();
            left -= folder.Files[i];
            Damage.Unless(left >= 0);
        }
    }

    private void ReadFiles(ref SevenZipCursor cursor)
    {
        var count = cursor.Count();
        var empty = new bool[count];
        var names = Array.Empty<string>();
        for (var kind = (Part)cursor.Byte(); kind != Part.End; kind = (Part)cursor.Byte())
        {
            var property = new SevenZipCursor(cursor.Take(cursor.Number()));
            if (kind == Part.EmptyStreams)
            {
                empty = property.Bits(count, mayBeAll: false);
            }
            else if (kind == Part.Names)
            {
                Damage.Unless(property.Byte() == 0 && count <= property.Left / 2);
                names = new string[count];
                for (var i = 0; i < count; i++)
                {
                    names[i] = property.Name();
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            if (!empty[i])
            {
                Names.Add(i < names.Length ? names[i] : $"file {i + 1}");
            }
        }
    }

    private void Place()
    {
        var (at, stream) = (FirstPacked + _packedAt, 0);
        Damage.Unless(at >= FirstPacked);
        foreach (var folder in Folders)
        {
            Damage.Unless(folder.PackedStreams <= _packedSizes.Length - stream);
            (folder.PackedAt, folder.PackedSize) = (at, _packedSizes[stream]);
            for (var i = 0; i < folder.PackedStreams; i++)
            {
                at += _packedSizes[stream++];
                Damage.Unless(at >= FirstPacked);
            }
        }
    }
}

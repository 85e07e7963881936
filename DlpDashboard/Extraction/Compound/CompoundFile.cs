using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// An OLE compound file ([MS-CFB]): storages and streams in a file made of sectors. Everything in it is hostile: chains are followed no longer than the file has
/// sectors, so that cycles end; nothing is loaded whole; entries are bounded.
/// </summary>
internal sealed class CompoundFile : IDisposable
{
    private const int HeaderSize = 512;
    private const int HeaderFatSectors = 109;
    private const int MaxEntries = 50_000;
    private const int EntrySize = 128;
    private const int MaxDepth = 24;
    private const int MaxRuns = 1024 * 1024;
    private const int MiniSector = 64;
    private const int MiniCutoff = 4096;
    private const uint LastSector = 0xFFFFFFFA;

    private readonly Stream _file;
    private readonly int _sectorSize;
    private readonly long _sectors;
    private readonly List<uint> _fatSectors = [];
    private readonly byte[] _fat;
    private readonly byte[] _miniLink = new byte[sizeof(uint)];
    private long _fatLoaded = -1;
    private CompoundStream? _miniFat;
    private CompoundStream? _miniData;

    private CompoundFile(Stream file, ReadOnlySpan<byte> header)
    {
        _file = file;
        _sectorSize = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        _sectors = Math.Max(0, (file.Length - 1) / _sectorSize);
        _fat = new byte[_sectorSize];
        Meter = new CompoundMeter(file.Length);
    }

    /// <summary>What may still be read of it.</summary>
    public CompoundMeter Meter { get; }

    /// <summary>The root of all storages and streams.</summary>
    public CompoundStorage Root { get; private set; } = new("");

    /// <inheritdoc/>
    public void Dispose()
    {
        _miniFat?.Dispose();
        _miniData?.Dispose();
    }

    /// <summary>Opens a compound file; null where its structure cannot be read.</summary>
    /// <param name="file">The file, which seeks.</param>
    public static CompoundFile? Open(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) is not (9 or 12))
        {
            return null;
        }

        var compound = new CompoundFile(file, header);
        compound.FindFat(header);
        return compound.ReadDirectory(header) ? compound : null;
    }

    private void FindFat(ReadOnlySpan<byte> header)
    {
        for (var i = 0; i < HeaderFatSectors; i++)
        {
            AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        }

        var next = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        var links = new byte[_sectorSize];
        for (long passed = 0; next <= LastSector && passed < _sectors && ReadSector(next, links); passed++)
        {
            for (var at = 0; at < _sectorSize - 4; at += 4)
            {
                AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(links.AsSpan(at)));
            }

            next = BinaryPrimitives.ReadUInt32LittleEndian(links.AsSpan(_sectorSize - 4));
        }
    }

    // No file needs more of them than describe its sectors.
    private void AddFatSector(uint sector)
    {
        if (sector < LastSector && _fatSectors.Count <= _sectors / (_sectorSize / 4))
        {
            _fatSectors.Add(sector);
        }
    }

    private bool ReadDirectory(ReadOnlySpan<byte> header)
    {
        var directory = new CompoundStream(_file, Follow(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]), NextSector, _sectors), _sectorSize, _sectorSize, long.MaxValue);
        var entries = new List<CompoundEntry>();
        Span<byte> bytes = stackalloc byte[EntrySize];
        while (entries.Count < MaxEntries && directory.ReadAtLeast(bytes, EntrySize, throwOnEndOfStream: false) == EntrySize)
        {
            entries.Add(CompoundEntry.Read(bytes));
        }

        if (entries is [] || !entries[0].IsRoot)
        {
            return false;
        }

        _miniFat = new CompoundStream(_file, Follow(BinaryPrimitives.ReadUInt32LittleEndian(header[60..]), NextSector, _sectors), _sectorSize, _sectorSize, long.MaxValue);
        _miniData = new CompoundStream(_file, Follow(entries[0].Start, NextSector, _sectors), _sectorSize, _sectorSize, entries[0].Size);
        Fill(Root, entries[0].Child, entries, new bool[entries.Count], 0);
        return true;
    }

    // The entries of a storage are a tree of siblings; each entry belongs to one place only.
    private void Fill(CompoundStorage storage, uint first, List<CompoundEntry> entries, bool[] isSeen, int depth)
    {
        var open = new Stack<uint>([first]);
        while (open.TryPop(out var number))
        {
            if (number >= entries.Count || isSeen[number])
            {
                continue;
            }

            isSeen[number] = true;
            var entry = entries[(int)number];
            open.Push(entry.Right);
            open.Push(entry.Left);
            if (entry.IsStream)
            {
                storage.Add(entry.Name, entry.Size, () => Open(entry));
            }
            else if (entry.IsStorage && depth < MaxDepth)
            {
                var child = new CompoundStorage(entry.Name);
                storage.Add(child);
                Fill(child, entry.Child, entries, isSeen, depth + 1);
            }
        }
    }

    private CompoundStream Open(CompoundEntry entry) => entry.Size < MiniCutoff
        ? new CompoundStream(_miniData!, Follow(entry.Start, NextMiniSector, (entry.Size + MiniSector - 1) / MiniSector), MiniSector, 0, entry.Size, Meter)
        : new CompoundStream(_file, Follow(entry.Start, NextSector, Math.Min((entry.Size + _sectorSize - 1) / _sectorSize, _sectors)), _sectorSize, _sectorSize, entry.Size, Meter);

    // Sectors that stand side by side are one run; a chain is followed no longer than it may be, so that a cycle ends.
    private List<SectorRun> Follow(uint start, Func<uint, uint> next, long most)
    {
        var runs = new List<SectorRun>();
        long passed = 0;
        for (var sector = start; sector < LastSector && passed < most && !Meter.IsUsedUp; sector = next(sector), passed++)
        {
            if (runs.Count > 0 && runs[^1] is var last && last.Start + last.Count == sector)
            {
                runs[^1] = last with { Count = last.Count + 1 };
            }
            else if (runs.Count < MaxRuns)
            {
                runs.Add(new SectorRun(sector, 1, passed));
            }
            else
            {
                break;
            }
        }

        // Following a chain costs too, even if nothing of it is read.
        Meter.Take(passed * sizeof(uint));
        return runs;
    }

    private uint NextSector(uint sector)
    {
        var perSector = _sectorSize / 4;
        var (number, at) = (sector / perSector, (int)(sector % perSector) * 4);
        if (number >= _fatSectors.Count)
        {
            return uint.MaxValue;
        }

        if (_fatLoaded != number)
        {
            _fatLoaded = ReadSector(_fatSectors[(int)number], _fat) ? number : -1;
        }

        return _fatLoaded == number ? BinaryPrimitives.ReadUInt32LittleEndian(_fat.AsSpan(at)) : uint.MaxValue;
    }

    private uint NextMiniSector(uint sector)
    {
        _miniFat!.Position = sector * 4L;
        return _miniFat.ReadAtLeast(_miniLink, 4, throwOnEndOfStream: false) == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(_miniLink) : uint.MaxValue;
    }

    private bool ReadSector(uint sector, byte[] into)
    {
        if (sector > _sectors)
        {
            return false;
        }

        _file.Position = (sector + 1L) * _sectorSize;
        return _file.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }
}

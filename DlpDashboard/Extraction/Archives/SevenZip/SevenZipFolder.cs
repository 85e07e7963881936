using System.Globalization;
using System.IO.Compression;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives.SevenZip;

/// <summary>One packed stream of a 7z archive and the coders that unpack it, the first that is run first. Files follow one another in it.</summary>
internal sealed class SevenZipFolder
{
    private const int MaxCoders = 4;

    private readonly List<(long Id, byte[] Properties)> _coders = [];
    private readonly List<int> _order = [];

    /// <summary>Why it is not unpacked: more than one input; or null.</summary>
    public bool IsComplex { get; private set; }

    /// <summary>Packed streams it takes.</summary>
    public int PackedStreams { get; private set; } = 1;

    /// <summary>Outputs of its coders.</summary>
    public int Outputs { get; private set; }

    /// <summary>Bytes each output has.</summary>
    public long[] Sizes { get; set; } = [];

    /// <summary>Whether its bytes have a checksum.</summary>
    public bool HasChecksum { get; set; }

    /// <summary>Where its packed stream starts.</summary>
    public long PackedAt { get; set; }

    /// <summary>Bytes of its packed stream.</summary>
    public long PackedSize { get; set; }

    /// <summary>Sizes of the files in it.</summary>
    public long[] Files { get; set; } = [];

    /// <summary>Bytes it unpacks to.</summary>
    public long Size => Sizes.Length == 0 ? 0 : Sizes[IsComplex ? ^1 : _order[^1]];

    /// <summary>Whether it is protected by a password (AES-256).</summary>
    public bool IsEncrypted => _coders.Exists(coder => coder.Id == 0x06F10701);

    /// <summary>Reads its description.</summary>
    public static SevenZipFolder Read(ref SevenZipCursor cursor)
    {
        var folder = new SevenZipFolder();
        var count = cursor.Count();
        Damage.Unless(count is > 0 and <= MaxCoders);
        var inputs = 0;
        for (var i = 0; i < count; i++)
        {
            var flags = cursor.Byte();
            long id = 0;
            foreach (var b in cursor.Take(flags & 15))
            {
                id = (id << 8) | b;
            }

            var isComplex = (flags & 0x10) != 0;
            var (into, outOf) = isComplex ? (cursor.Count(), cursor.Count()) : (1, 1);
            Damage.Unless(into is > 0 and <= 32 && outOf is > 0 and <= 32);
            (inputs, folder.Outputs) = (inputs + into, folder.Outputs + outOf);
            folder.IsComplex |= into != 1 || outOf != 1;
            folder._coders.Add((id, (flags & 0x20) != 0 ? cursor.Take(cursor.Number()).ToArray() : []));
        }

        folder.ReadBinds(ref cursor, inputs);
        return folder;
    }

    /// <summary>The stream of its files; null where a coder is not read.</summary>
    public Stream? Open(Stream packed, ArchiveBudget budget)
    {
        var stream = packed;
        foreach (var coder in _order)
        {
            var (id, properties) = _coders[coder];
            var size = Sizes[coder];
            IStreamDecoder? decoder = id switch
            {
                0x030101 => new LzmaDecoder(properties, size, budget),
                0x21 when properties.Length == 1 => new Lzma2Decoder(properties[0], budget),
                0x040109 => new Deflate64Decoder(budget),
                0x040202 => new Bzip2Decoder(),
                0x04F71101 => new ZstdDecoder(budget),
                _ => null,
            };
            if (decoder is null && id is not (0 or 0x040108))
            {
                return null;
            }

            stream = decoder is not null ? new DecodedStream(stream, decoder)
                : id == 0 ? stream
                : new DeflateStream(stream, CompressionMode.Decompress);
        }

        return stream;
    }

    /// <summary>The names of its coders that are not read.</summary>
    public string Unread() => IsComplex ? "BCJ2" : _coders.Select(coder => coder.Id).FirstOrDefault(id => id is not (0 or 0x21 or 0x030101 or 0x040108 or 0x040109 or 0x040202 or 0x04F71101)) switch
    {
        0x030401 => "PPMd",
        3 => "Delta",
        0x03030103 or 4 => "BCJ",
        var other => other.ToString("X", CultureInfo.InvariantCulture),
    };

    // Each bind leads one coder's output into another's input. What is read is a chain: from the packed stream to the output that leads nowhere.
    private void ReadBinds(ref SevenZipCursor cursor, int inputs)
    {
        var sources = new Dictionary<long, long>();
        for (var i = 0; i < Outputs - 1; i++)
        {
            var into = cursor.Number();
            Damage.Unless(sources.TryAdd(into, cursor.Number()));
        }

        PackedStreams = inputs - (Outputs - 1);
        Damage.Unless(PackedStreams is > 0 and <= 32);
        for (var i = 0; PackedStreams > 1 && i < PackedStreams; i++)
        {
            cursor.Number();
        }

        if (IsComplex)
        {
            return;
        }

        Damage.Unless(PackedStreams == 1);
        var last = Enumerable.Range(0, Outputs).FirstOrDefault(output => !sources.ContainsValue(output), -1);
        Damage.Unless(last >= 0);
        _order.Add(last);
        while (sources.TryGetValue(_order[0], out var before))
        {
            Damage.Unless(before >= 0 && before < Outputs && _order.Count < Outputs);
            _order.Insert(0, (int)before);
        }

        Damage.Unless(_order.Count == Outputs);
    }
}

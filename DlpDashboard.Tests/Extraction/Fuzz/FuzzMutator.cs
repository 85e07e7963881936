using System.Buffers.Binary;
using System.IO.Compression;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>Damages files as accidents and attackers do: bits, lengths, cuts, splices, repetitions; in what is packed as well as around it.</summary>
internal sealed class FuzzMutator(Random random)
{
    private const int MostBytes = 512 * 1024;

    private static readonly long[] Lengths = [0, 1, -1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue];

    /// <summary>A damaged copy.</summary>
    public byte[] Mutate(byte[] sound, byte[] other)
    {
        if (random.Next(3) == 0 && Inside(sound, other) is { } repacked)
        {
            return repacked;
        }

        var bytes = sound;
        for (var changes = random.Next(1, 7); changes > 0 && bytes.Length > 0; changes--)
        {
            bytes = Change(bytes, other);
        }

        return bytes;
    }

    private byte[] Change(byte[] bytes, byte[] other)
    {
        // A third of the places are near the end: behind what is only described, where the values are.
        var at = random.Next(3) == 0 ? Math.Max(0, bytes.Length - 1 - random.Next((bytes.Length / 3) + 1)) : random.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 + random.Next(random.Next(2) == 0 ? 8 : 200));
        var copy = bytes.ToArray();
        switch (random.Next(9))
        {
            case 0:
                copy[at] ^= (byte)(1 << random.Next(8));
                return copy;
            case 1:
                copy[at] = (byte)random.Next(256);
                return copy;
            case 2 or 3:
                WriteLength(copy, at);
                return copy;
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 6 when bytes.Length < MostBytes:
                return [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + length)], random.Next(2) == 0 ? 2 : 1 + random.Next(100)).SelectMany(part => part), .. bytes[(at + length)..]];
            case 7 when other.Length > 0:
                var from = random.Next(other.Length);
                return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + (length * 4))], .. bytes[(random.Next(2) == 0 ? at : at + length)..]];
            default:
                random.NextBytes(copy.AsSpan(at, length));
                return copy;
        }
    }

    private void WriteLength(byte[] bytes, int at)
    {
        Span<byte> value = stackalloc byte[8];
        var number = Lengths[random.Next(Lengths.Length)] + random.Next(-2, 3);
        var isLittle = random.Next(2) == 0;
        var size = 1 << random.Next(4);
        if (isLittle)
        {
            BinaryPrimitives.WriteInt64LittleEndian(value, number);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(value, number);
        }

        var part = isLittle ? value[..size] : value[^size..];
        part[..Math.Min(size, bytes.Length - at)].CopyTo(bytes.AsSpan(at));
    }

    // Damages what is in a zip or gzip and packs it again, so that the readers behind decompression are reached.
    private byte[]? Inside(byte[] sound, byte[] other)
    {
        try
        {
            if (sound is [0x1F, 0x8B, ..])
            {
                using var gzip = new GZipStream(new MemoryStream(sound), CompressionMode.Decompress);
                using var into = new MemoryStream();
                gzip.CopyTo(into);
                return Zipping.Gzip(Change(into.ToArray(), other));
            }

            return sound is [(byte)'P', (byte)'K', ..] ? InsideZip(sound, other) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private byte[] InsideZip(byte[] sound, byte[] other)
    {
        using var zip = new ZipArchive(new MemoryStream(sound));
        var entries = new List<(string Name, byte[] Bytes)>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var into = new MemoryStream();
            stream.CopyTo(into);
            entries.Add((entry.FullName, into.ToArray()));
        }

        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var chosen = random.Next(entries.Count);
            if (entries[chosen].Bytes.Length > 0)
            {
                entries[chosen] = (entries[chosen].Name, Change(entries[chosen].Bytes, other));
            }
        }

        return Zipping.Zip([.. entries]);
    }
}

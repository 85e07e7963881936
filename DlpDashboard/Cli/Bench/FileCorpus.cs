using System.Globalization;
using System.IO.Compression;
using System.Text;
using DlpDashboard.Samples;

namespace DlpDashboard.Cli.Bench;

/// <summary>
/// A folder of mixed files to measure scans with: the same names and bytes for the same size and count. Of a hundred files 20 are text, 15 logs, 20 CSV,
/// 15 JSON lines, 10 JSON, 5 UTF-16, 5 gzip, 5 zip, 5 binary; sizes are spread widely around their mean.
/// </summary>
internal sealed class FileCorpus(string folder, long size, int files)
{
    private const int PerFolder = 500;
    private const int PoolSize = 32 * 1024 * 1024;

    private readonly Dice _dice = new(7);
    private readonly byte[] _text = BenchCorpus.Make("mixed", PoolSize);
    private readonly List<(int From, int To)>[] _byKind = [[], [], [], []];

    /// <summary>Writes the files.</summary>
    /// <returns>Bytes written.</returns>
    public long Write()
    {
        SortLines();
        long written = 0;
        for (var i = 0; i < files; i++)
        {
            var wanted = (int)(size / files * (1 + _dice.Below(7)) / 4);
            var (name, bytes) = Make(i, i % 97 == 5 ? wanted * 4 : wanted);
            var path = Path.Combine(folder, (i / PerFolder).ToString("000", CultureInfo.InvariantCulture), name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            written += bytes.Length;
        }

        return written;
    }

    private (string Name, byte[] Bytes) Make(int number, int length)
    {
        var name = number.ToString("00000", CultureInfo.InvariantCulture);
        return (number * 37 % 100) switch
        {
            < 20 => (name + ".txt", Lines(0, length)),
            < 35 => (name + ".log", Lines(3, length)),
            < 55 => (name + ".csv", [.. "id,name,amount,date,note,reference,status\n"u8, .. Lines(1, length)]),
            < 70 => (name + ".ndjson", Lines(2, length)),
            < 80 => (name + ".json", Document(length)),
            < 85 => (name + ".u16.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Lines(0, length / 2)))]),
            < 90 => (name + ".gz", Gzip(Lines(3, length * 3))),
            < 95 => (name + ".zip", Zip(length * 3)),
            _ => (name + ".bin", [0x7F, .. "ELF"u8, .. BenchCorpus.Make("binary", length)]),
        };
    }

    private byte[] Lines(int kind, int length)
    {
        var bytes = new byte[length];
        var at = 0;
        while (at < length)
        {
            var (from, to) = _byKind[kind][_dice.Below(_byKind[kind].Count)];
            var taken = Math.Min(to - from, length - at);
            _text.AsSpan(from, taken).CopyTo(bytes.AsSpan(at));
            at += taken;
        }

        return bytes;
    }

    private byte[] Document(int length)
    {
        var lines = Encoding.UTF8.GetString(Lines(2, length)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{') && line.EndsWith('}'));
        return Encoding.UTF8.GetBytes($"{{\"orders\":[\n  {string.Join(",\n  ", lines)}\n]}}\n");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return into.ToArray();
    }

    private byte[] Zip(int length)
    {
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(into, ZipArchiveMode.Create))
        {
            foreach (var (name, kind) in new[] { ("readme.txt", 0), ("data/rows.csv", 1), ("data/log.txt", 3) })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Lines(kind, length / 3));
            }
        }

        return into.ToArray();
    }

    // Lines of the mixed corpus by what they are; planted values and near misses go with prose and logs.
    private void SortLines()
    {
        var text = _text;
        for (var from = 0; from < text.Length;)
        {
            var end = Array.IndexOf(text, (byte)'\n', from);
            var to = end < 0 ? text.Length : end + 1;
            var line = text.AsSpan(from, to - from);
            var kind = line.StartsWith("{\"id\""u8) && line.EndsWith("]}\n"u8) ? 2 : line.StartsWith("2024-"u8) ? 3 : line.Count((byte)',') == 6 ? 1 : 0;
            _byKind[kind].Add((from, to));
            from = to;
        }
    }
}

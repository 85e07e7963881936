using System.IO.Compression;
using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Makes archives for tests.</summary>
internal static class Zipping
{
    public static byte[] Gzip(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return into.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries) => Zip(CompressionLevel.Optimal, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Bytes)[] entries)
    {
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(into, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(bytes);
            }
        }

        return into.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Sets flag bits in all headers of an archive, local and central.</summary>
    public static byte[] WithFlags(byte[] zip, byte bits, int onlyEntry = -1)
    {
        var changed = zip.ToArray();
        foreach (var (mark, offset) in new[] { ("PK\u0003\u0004", 6), ("PK\u0001\u0002", 8) })
        {
            var (at, entry) = (-1, 0);
            while ((at = Next(changed, mark, at + 1)) >= 0)
            {
                changed[at + offset] |= onlyEntry < 0 || onlyEntry == entry ? bits : (byte)0;
                entry++;
            }
        }

        return changed;
    }

    public static int Next(byte[] bytes, string mark, int from)
    {
        var at = bytes.AsSpan(from).IndexOf(Encoding.Latin1.GetBytes(mark));
        return at < 0 ? -1 : at + from;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Writes small PDF files for tests: objects by number, then a table, a cross-reference stream, or neither.</summary>
internal sealed class PdfMaking
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    /// <summary>Entries of the trailer beside Root and Size.</summary>
    public string Trailer { get; set; } = "";

    /// <summary>A file of pages that show text with the standard font; each is the content of one page.</summary>
    public static PdfMaking Pages(params string[] contents)
    {
        var pdf = new PdfMaking();
        pdf.Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Add(2, $"<< /Type /Pages /Count {contents.Length} /Kids [{string.Join(' ', contents.Select((_, i) => $"{10 + (2 * i)} 0 R"))}] >>");
        pdf.Add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var (i, content) in contents.Index())
        {
            pdf.Add(10 + (2 * i), $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents {11 + (2 * i)} 0 R >>");
            pdf.AddStream(11 + (2 * i), "", Encoding.Latin1.GetBytes(content));
        }

        return pdf;
    }

    /// <summary>Lines of text one under the other.</summary>
    public static string Lines(params string[] lines) =>
        string.Concat(lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 50 {700 - (20 * i)} Td ({line}) Tj ET\n")));

    public PdfMaking Add(int number, string body)
    {
        _objects[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    public PdfMaking AddStream(int number, string entries, byte[] data, int? length = null)
    {
        _objects[number] = [.. Encoding.Latin1.GetBytes($"<< {entries} /Length {length ?? data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];
        return this;
    }

    public static byte[] Deflate(byte[] data)
    {
        using var into = new MemoryStream();
        using (var zlib = new ZLibStream(into, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return into.ToArray();
    }

    /// <summary>The file with a cross-reference table.</summary>
    public byte[] ToBytes(string end = "%%EOF\n")
    {
        var (file, offsets) = Body(_objects);
        var table = file.Length;
        Write(file, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        }

        Write(file, $"trailer\n<< /Root 1 0 R /Size 1000 {Trailer} >>\nstartxref\n{table}\n{end}");
        return file.ToArray();
    }

    /// <summary>The file without any cross-reference.</summary>
    public byte[] ToBytesWithoutTable() => Body(_objects).File.ToArray();

    /// <summary>The file with all but streams in an object stream, and a cross-reference stream with a PNG predictor.</summary>
    public byte[] ToCompressedBytes()
    {
        var inside = _objects.Where(o => o.Value.AsSpan().IndexOf("stream\n"u8) < 0).ToList();
        var (head, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, bytes) in inside)
        {
            head.Append(CultureInfo.InvariantCulture, $"{number} {body.Length} ");
            body.Append(Encoding.Latin1.GetString(bytes)).Append('\n');
        }

        var container = new PdfMaking();
        container.AddStream(900, $"/Type /ObjStm /N {inside.Count} /First {head.Length} /Filter /FlateDecode", Deflate(Encoding.Latin1.GetBytes(head.ToString() + body)));
        var (file, offsets) = Body(_objects.Where(o => o.Value.AsSpan().IndexOf("stream\n"u8) >= 0).Append(new(900, container._objects[900])));
        var start = (int)file.Length;
        offsets[901] = start;
        var rows = new List<byte>();
        byte[] above = new byte[6];
        for (var number = 0; number <= 901; number++)
        {
            var index = inside.FindIndex(o => o.Key == number);
            byte[] row = offsets.TryGetValue(number, out var offset) ? [1, (byte)(offset >> 16), (byte)(offset >> 8), (byte)offset, 0, 0]
                : index >= 0 ? [2, 0, 900 >> 8, 900 & 0xFF, 0, (byte)index] : [0, 0, 0, 0, 0, 0];
            rows.Add(2);
            rows.AddRange(row.Select((b, i) => (byte)(b - above[i])));
            above = row;
        }

        var data = Deflate([.. rows]);
        Write(file, $"901 0 obj\n<< /Type /XRef /Root 1 0 R /Size 902 /W [1 3 2] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> /Length {data.Length} {Trailer} >>\nstream\n");
        file.Write(data);
        Write(file, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A file followed by newer versions of some objects.</summary>
    public byte[] ToUpdateOf(byte[] older, int previous)
    {
        using var file = new MemoryStream();
        file.Write(older);
        var entries = new StringBuilder();
        foreach (var (number, bytes) in _objects)
        {
            entries.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            Write(file, $"{number} 0 obj\n");
            file.Write(bytes);
            Write(file, "\nendobj\n");
        }

        var table = file.Length;
        Write(file, $"xref\n{entries}trailer\n<< /Root 1 0 R /Size 1000 /Prev {previous} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static (MemoryStream File, SortedDictionary<int, int> Offsets) Body(IEnumerable<KeyValuePair<int, byte[]>> objects)
    {
        var (file, offsets) = (new MemoryStream(), new SortedDictionary<int, int>());
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\n");
        foreach (var (number, bytes) in objects)
        {
            offsets[number] = (int)file.Length;
            Write(file, $"{number} 0 obj\n");
            file.Write(bytes);
            Write(file, "\nendobj\n");
        }

        return (file, offsets);
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

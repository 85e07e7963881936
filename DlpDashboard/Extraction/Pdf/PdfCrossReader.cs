namespace DlpDashboard.Extraction.Pdf;

/// <summary>
/// Reads the cross-reference of a file from its end (7.5.4, 7.5.8): tables, streams and both, from the newest update to the first version.
/// </summary>
internal sealed class PdfCrossReader(PdfFile file, PdfObjectReader objects, PdfCrossTable table, PdfFilters filters)
{
    private const int MaxSections = 1024;
    private const int Tail = 2048;

    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>The newest trailer, completed by older ones; null where the cross-reference is damaged.</summary>
    public async ValueTask<PdfDictionary?> ReadAsync(CancellationToken cancellationToken)
    {
        var tailStart = Math.Max(0, file.Length - Tail);
        var length = await file.ReadAsync(tailStart, _buffer.AsMemory(0, Tail), cancellationToken);
        if (FindStart(_buffer.AsSpan(0, length)) is not { } start)
        {
            return null;
        }

        PdfDictionary? trailer = null;
        var (seen, waiting) = (new HashSet<long>(), new Stack<long>([start]));
        while (waiting.TryPop(out var offset) && seen.Count < MaxSections)
        {
            if (!seen.Add(offset))
            {
                continue;
            }

            if (await ReadSectionAsync(offset, cancellationToken) is not { } section)
            {
                return null;
            }

            trailer = Merge(trailer, section);
            foreach (var key in (ReadOnlySpan<string>)["Prev", "XRefStm"])
            {
                if (section.NumberOf(key) is { } previous)
                {
                    waiting.Push((long)previous);
                }
            }
        }

        return trailer;
    }

    private static long? FindStart(ReadOnlySpan<byte> tail)
    {
        var at = tail.LastIndexOf("startxref"u8);
        if (at < 0)
        {
            return null;
        }

        var lexer = new PdfLexer(tail[(at + 9)..], isFinal: true);
        return lexer.Read() == PdfToken.Number ? (long)lexer.Number : null;
    }

    private static PdfDictionary Merge(PdfDictionary? newest, PdfDictionary older)
    {
        if (newest is null)
        {
            return older;
        }

        foreach (var key in (ReadOnlySpan<string>)["Root", "Info", "Encrypt", "ID"])
        {
            newest[key] ??= older[key];
        }

        return newest;
    }

    private async ValueTask<PdfDictionary?> ReadSectionAsync(long offset, CancellationToken cancellationToken)
    {
        var length = await file.ReadAsync(offset, _buffer.AsMemory(0, 32), cancellationToken);
        var head = _buffer.AsSpan(0, length).TrimStart("\0\t\n\f\r "u8);
        return head.StartsWith("xref"u8)
            ? await ReadTableAsync(offset + length - head.Length + 4, cancellationToken)
            : await ReadStreamAsync(offset, cancellationToken);
    }

    private async ValueTask<PdfDictionary?> ReadTableAsync(long offset, CancellationToken cancellationToken)
    {
        long number = 0;
        while (await file.ReadAsync(offset, _buffer, cancellationToken) is > 0 and var length)
        {
            var consumed = ReadEntries(_buffer.AsSpan(0, length), ref number, out var trailer, out var isDamaged);
            if (trailer is not null || isDamaged || consumed == 0)
            {
                return trailer;
            }

            offset += consumed;
        }

        return null;
    }

    // "offset generation n|f" is an entry; two numbers followed by a third are where a subsection begins and how long it is.
    private int ReadEntries(ReadOnlySpan<byte> bytes, ref long number, out PdfDictionary? trailer, out bool isDamaged)
    {
        (trailer, isDamaged) = (null, false);
        var lexer = new PdfLexer(bytes, bytes.Length < _buffer.Length);
        var consumed = 0;
        while (true)
        {
            var token = lexer.Read();
            var first = lexer.Number;
            if (token == PdfToken.Number && lexer.Read() == PdfToken.Number)
            {
                var afterPair = lexer.Position;
                token = lexer.Read();
                if (token == PdfToken.Number)
                {
                    number = (long)Math.Clamp(first, 0, int.MaxValue);
                    lexer.Position = afterPair;
                }
                else if (token == PdfToken.Word && lexer.Word is [(byte)'n'] or [(byte)'f'])
                {
                    AddEntry(number++, (long)first, lexer.Word[0] == 'n');
                }
                else
                {
                    isDamaged = token != PdfToken.End && !lexer.Word.SequenceEqual("trailer"u8);
                    trailer = !isDamaged && token == PdfToken.Word && lexer.TryReadObject(out var other) ? other as PdfDictionary : null;
                    return consumed;
                }

                consumed = lexer.Position;
                continue;
            }

            isDamaged = token is not (PdfToken.End or PdfToken.Number) && !(token == PdfToken.Word && lexer.Word.SequenceEqual("trailer"u8));
            trailer = token == PdfToken.Word && !isDamaged && lexer.TryReadObject(out var value) ? value as PdfDictionary : null;
            return consumed;
        }
    }

    private void AddEntry(long number, long offset, bool isUsed)
    {
        if (isUsed && offset > 0)
        {
            table.Add(number, offset);
        }
        else
        {
            table.AddFree(number);
        }
    }

    private async ValueTask<PdfDictionary?> ReadStreamAsync(long offset, CancellationToken cancellationToken)
    {
        if (await objects.ReadAsync(offset, cancellationToken) is not { Value: PdfStream stream } || stream.Dictionary["W"] is not List<object?> { Count: >= 3 } widths)
        {
            return null;
        }

        var sizes = widths.Take(3).Select(w => w is double size && size is >= 0 and <= 8 ? (int)size : 0).ToArray();
        var sections = stream.Dictionary["Index"] as List<object?> ?? [0.0, stream.Dictionary.NumberOf("Size") ?? 0.0];
        var row = new byte[sizes.Sum()];
        if (row.Length == 0)
        {
            return null;
        }

        await using var data = await filters.OpenAsync(stream, isPlain: true, cancellationToken);
        for (var i = 0; i + 1 < sections.Count; i += 2)
        {
            var (first, count) = (sections[i] as double? ?? 0, sections[i + 1] as double? ?? 0);
            for (long n = 0; n < count && n < PdfCrossTable.MaxObjects; n++)
            {
                if (await data.ReadAtLeastAsync(row, row.Length, throwOnEndOfStream: false, cancellationToken) < row.Length)
                {
                    return stream.Dictionary;
                }

                AddRow((long)first + n, row, sizes);
            }
        }

        return stream.Dictionary;
    }

    private void AddRow(long number, ReadOnlySpan<byte> row, int[] sizes)
    {
        var kind = sizes[0] == 0 ? 1 : Field(row[..sizes[0]]);
        var second = Field(row.Slice(sizes[0], sizes[1]));
        var third = Field(row.Slice(sizes[0] + sizes[1], sizes[2]));
        if (kind == 2)
        {
            table.AddCompressed(number, (int)Math.Min(second, PdfCrossTable.MaxObjects), (int)Math.Min(third, 0xFF_FFFF));
        }
        else
        {
            AddEntry(number, (long)second, kind == 1);
        }
    }

    private static ulong Field(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return value & 0xFFFF_FFFF_FFFF;
    }
}

using System.Buffers.Text;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>Makes a cross-reference by looking for <c>N G obj</c> and trailers in the whole file; the last of an object counts.</summary>
internal sealed class PdfRecovery(PdfFile file, PdfObjectReader objects, PdfCrossTable table, PdfFilters filters)
{
    private const int Window = 64 * 1024;
    private const int Overlap = 64;
    private const int MaxContainers = 10_000;
    private const int MaxContainer = 8 * 1024 * 1024;

    private readonly PdfDictionary _trailer = new();
    private readonly List<long> _trailers = [];
    private readonly List<long> _streams = [];

    /// <summary>Fills the table; the trailer is put together from what was found.</summary>
    public async ValueTask<PdfDictionary> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[Window];
        long offset = 0;
        while (await file.ReadAsync(offset, buffer, cancellationToken) is var length && length > 0)
        {
            Scan(buffer.AsSpan(0, length), offset);
            if (length < Window)
            {
                break;
            }

            offset += length - Overlap;
        }

        foreach (var trailer in Enumerable.Reverse(_trailers).Take(16))
        {
            var read = await file.ReadAsync(trailer, buffer.AsMemory(0, 8 * 1024), cancellationToken);
            if (TryParse(buffer.AsSpan(0, read), out var dictionary))
            {
                Complete(dictionary);
            }
        }

        await ReadContainersAsync(cancellationToken);
        return _trailer;
    }

    private static bool TryParse(ReadOnlySpan<byte> bytes, out PdfDictionary dictionary)
    {
        var lexer = new PdfLexer(bytes, isFinal: true);
        dictionary = lexer.TryReadObject(out var value) && value is PdfDictionary found ? found : new PdfDictionary();
        return value is PdfDictionary;
    }

    private void Complete(PdfDictionary dictionary)
    {
        foreach (var key in (ReadOnlySpan<string>)["Root", "Info", "Encrypt", "ID"])
        {
            _trailer[key] ??= dictionary[key];
        }
    }

    private void Scan(ReadOnlySpan<byte> bytes, long offset)
    {
        for (var at = bytes.IndexOf("obj"u8); at >= 0; at = Next(bytes, at, "obj"u8))
        {
            if (NumberBefore(bytes, at) is { } found && (found.Start > 0 || offset == 0))
            {
                table.Add(found.Number, offset + found.Start, replaces: true);
                var rest = bytes[at..Math.Min(bytes.Length, at + 400)];
                if (rest.IndexOf("/ObjStm"u8) >= 0 || rest.IndexOf("/XRef"u8) >= 0 || rest.IndexOf("/Catalog"u8) >= 0)
                {
                    Note(offset + found.Start);
                }
            }
        }

        for (var at = bytes.IndexOf("trailer"u8); at >= 0 && _trailers.Count < MaxContainers; at = Next(bytes, at, "trailer"u8))
        {
            _trailers.Add(offset + at + 7);
        }
    }

    private void Note(long offset)
    {
        if (_streams.Count < MaxContainers && (_streams.Count == 0 || _streams[^1] < offset))
        {
            _streams.Add(offset);
        }
    }

    private static int Next(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> wanted)
    {
        var next = bytes[(at + 1)..].IndexOf(wanted);
        return next < 0 ? -1 : at + 1 + next;
    }

    // "12 0 " before "obj": where it begins and its first number. "endobj" has none.
    private static (int Start, int Number)? NumberBefore(ReadOnlySpan<byte> bytes, int at)
    {
        var text = bytes[Math.Max(0, at - 24)..at];
        var trimmed = text.TrimEnd(" \t\r\n\0"u8);
        var generation = DigitsAtEnd(trimmed);
        var before = trimmed[..^generation].TrimEnd(" \t\r\n\0"u8);
        var number = DigitsAtEnd(before);
        if (trimmed.Length == text.Length || generation == 0 || before.Length == trimmed.Length - generation || number is 0 or > 9)
        {
            return null;
        }

        return Utf8Parser.TryParse(before[^number..], out int value, out _) ? (at - text.Length + before.Length - number, value) : null;
    }

    private static int DigitsAtEnd(ReadOnlySpan<byte> text) => text.Length - text.TrimEnd("0123456789"u8).Length;

    // Catalogues and cross-reference streams say where to begin; what stands in object streams comes last, unless it has a place of its own.
    private async ValueTask ReadContainersAsync(CancellationToken cancellationToken)
    {
        var containers = new List<PdfStream>();
        foreach (var offset in Enumerable.Reverse(_streams))
        {
            if (await objects.ReadAsync(offset, cancellationToken) is not { } found)
            {
                continue;
            }

            var dictionary = found.Value is PdfStream stream ? stream.Dictionary : found.Value as PdfDictionary;
            switch (dictionary?.NameOf("Type"))
            {
                case "Catalog":
                    _trailer["Root"] ??= found.Id;
                    break;
                case "XRef":
                    Complete(dictionary);
                    break;
                case "ObjStm" when found.Value is PdfStream container:
                    containers.Add(container);
                    break;
            }
        }

        if (_trailer["Encrypt"] is not null)
        {
            await UseSecurityAsync(cancellationToken);
        }

        foreach (var container in containers)
        {
            var inside = new PdfObjectStream(container.Dictionary, await filters.ReadAsync(container, MaxContainer, cancellationToken));
            foreach (var (index, number) in inside.Numbers.Index())
            {
                table.AddCompressed(number, container.Id.Number, index);
            }
        }
    }

    private async ValueTask UseSecurityAsync(CancellationToken cancellationToken)
    {
        var encrypt = _trailer["Encrypt"] as PdfDictionary;
        if (_trailer["Encrypt"] is PdfReference reference && table.OffsetOf(reference.Number) is { } offset)
        {
            encrypt = (await objects.ReadAsync(offset, cancellationToken))?.Value as PdfDictionary;
        }

        var id = _trailer["ID"] is List<object?> and [byte[] first, ..] ? first : [];
        filters.Security = encrypt is null ? null : PdfSecurity.Open(encrypt, id);
    }
}

using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>Makes fonts of their dictionaries (9.5 to 9.10), and keeps those in use.</summary>
internal sealed class PdfFontReader(PdfDocument document)
{
    private const int MaxKept = 300_000;
    private const int MaxMap = 2 * 1024 * 1024;

    // Widths of Helvetica's printable ASCII, for the standard fonts whose files state none.
    private static ReadOnlySpan<short> Helvetica =>
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private readonly Dictionary<int, PdfFont> _kept = [];
    private int _cost;

    /// <summary>The font of a resource; null where there is none.</summary>
    public async ValueTask<PdfFont?> ReadAsync(object? resource, CancellationToken cancellationToken)
    {
        var number = (resource as PdfReference)?.Number ?? -1;
        if (_kept.TryGetValue(number, out var kept))
        {
            return kept;
        }

        if (await document.DictionaryAsync(resource, cancellationToken) is not { } dictionary)
        {
            return null;
        }

        var toUnicode = await MapAsync(dictionary["ToUnicode"], cancellationToken);
        var font = dictionary.NameOf("Subtype") == "Type0"
            ? await CompositeAsync(dictionary, toUnicode, cancellationToken)
            : await SimpleAsync(dictionary, toUnicode, cancellationToken);
        if ((_cost += font.Cost) > MaxKept)
        {
            _kept.Clear();
            _cost = font.Cost;
        }

        return number < 0 ? font : _kept[number] = font;
    }

    private async ValueTask<CharacterMap?> MapAsync(object? value, CancellationToken cancellationToken) =>
        await document.ResolveAsync(value, cancellationToken) is PdfStream stream
            ? CharacterMap.Parse(await document.Filters.ReadAsync(stream, MaxMap, cancellationToken))
            : null;

    private async ValueTask<PdfFont> SimpleAsync(PdfDictionary dictionary, CharacterMap? toUnicode, CancellationToken cancellationToken)
    {
        var encoding = await document.ResolveAsync(dictionary["Encoding"], cancellationToken);
        var isTrueType = dictionary.NameOf("Subtype") == "TrueType";
        var bytes = ByteEncodings.Of((encoding as PdfName)?.Text ?? (encoding as PdfDictionary)?.NameOf("BaseEncoding"), isTrueType);
        if (encoding is PdfDictionary own && await document.GetAsync<List<object?>>(own, "Differences", cancellationToken) is { } differences)
        {
            Apply(differences, bytes);
        }

        // Glyphs of Type 3 fonts have a space of their own.
        var unit = 0.001f;
        if (dictionary.NameOf("Subtype") == "Type3" && await document.GetAsync<List<object?>>(dictionary, "FontMatrix", cancellationToken) is [double scale, ..])
        {
            unit = (float)Math.Abs(scale);
        }

        var descriptor = await document.GetAsync<PdfDictionary>(dictionary, "FontDescriptor", cancellationToken);
        for (var code = 0; toUnicode is not null && code < bytes.Length; code++)
        {
            bytes[code] = toUnicode.TextOf(code) ?? bytes[code];
        }

        var missing = (float)(descriptor?.NumberOf("MissingWidth") ?? 0) * unit;
        return new PdfFont { Bytes = bytes, ByteWidths = await WidthsAsync(dictionary, unit, missing, cancellationToken) };
    }

    private static void Apply(List<object?> differences, string?[] bytes)
    {
        var code = 0;
        foreach (var item in differences)
        {
            if (item is double number)
            {
                code = (int)Math.Clamp(number, 0, 256);
            }
            else if (item is PdfName name && code < 256)
            {
                bytes[code++] = GlyphNames.TextOf(name.Text) is { } text ? GlyphText.Normalize(text) : null;
            }
        }
    }

    private async ValueTask<float[]> WidthsAsync(PdfDictionary dictionary, float unit, float missing, CancellationToken cancellationToken)
    {
        var widths = new float[256];
        if (await document.GetAsync<List<object?>>(dictionary, "Widths", cancellationToken) is { } list)
        {
            var first = dictionary.IntegerOf("FirstChar") ?? 0;
            Array.Fill(widths, missing);
            for (var i = 0; i < Math.Min(list.Count, 256); i++)
            {
                if (first + i is >= 0 and < 256)
                {
                    widths[first + i] = (float)(await document.ResolveAsync(list[i], cancellationToken) as double? ?? 0) * unit;
                }
            }

            return widths;
        }

        var name = dictionary.NameOf("BaseFont") ?? "";
        var isFixed = name.Contains("Courier", StringComparison.OrdinalIgnoreCase);
        var factor = name.Contains("Times", StringComparison.OrdinalIgnoreCase) ? 0.0009f : 0.001f;
        Array.Fill(widths, 0.5f);
        for (var i = 0; i < Helvetica.Length; i++)
        {
            widths[' ' + i] = isFixed ? 0.6f : Helvetica[i] * factor;
        }

        return widths;
    }

    private async ValueTask<PdfFont> CompositeAsync(PdfDictionary dictionary, CharacterMap? toUnicode, CancellationToken cancellationToken)
    {
        var encoding = await document.ResolveAsync(dictionary["Encoding"], cancellationToken);
        var legacy = encoding is PdfName name ? LegacyOf(name.Text) : null;
        var codes = encoding is PdfStream ? await MapAsync(encoding, cancellationToken) : null;
        var descendants = await document.GetAsync<List<object?>>(dictionary, "DescendantFonts", cancellationToken);
        var descendant = descendants is [var first, ..] ? await document.DictionaryAsync(first, cancellationToken) : null;
        var widths = new Dictionary<int, float>();
        if (descendant is not null && await document.GetAsync<List<object?>>(descendant, "W", cancellationToken) is { } list)
        {
            await AddWidthsAsync(list, widths, cancellationToken);
        }

        return new PdfFont
        {
            Codes = codes is { HasSpaces: true } ? codes : null,
            Legacy = legacy,
            ToUnicode = toUnicode,
            Widths = widths,
            DefaultWidth = (float)(descendant?.NumberOf("DW") ?? 1000) * 0.001f,
        };
    }

    // "c [w1 w2 …]" or "first last w" (9.7.4.3).
    private async ValueTask AddWidthsAsync(List<object?> list, Dictionary<int, float> widths, CancellationToken cancellationToken)
    {
        const int MaxWidths = 65_536;
        for (var i = 0; i + 1 < list.Count && widths.Count < MaxWidths;)
        {
            var first = (int)Math.Clamp(list[i] as double? ?? 0, 0, MaxWidths);
            if (await document.ResolveAsync(list[i + 1], cancellationToken) is List<object?> each)
            {
                for (var n = 0; n < Math.Min(each.Count, MaxWidths); n++)
                {
                    widths[first + n] = (float)(each[n] as double? ?? 0) * 0.001f;
                }

                i += 2;
                continue;
            }

            var last = (int)Math.Clamp(list[i + 1] as double? ?? 0, 0, MaxWidths);
            var width = (float)(i + 2 < list.Count ? list[i + 2] as double? ?? 0 : 0) * 0.001f;
            for (var glyph = first; glyph <= last; glyph++)
            {
                widths[glyph] = width;
            }

            i += 3;
        }
    }

    // The predefined CMaps (9.7.5.2) by the encoding in their names.
    private static Encoding? LegacyOf(string name)
    {
        var page = name switch
        {
            _ when name.StartsWith("Identity", StringComparison.Ordinal) => 0,
            _ when name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal) => 1201,
            _ when name.Contains("RKSJ", StringComparison.Ordinal) => 932,
            _ when name.StartsWith("GBK2K", StringComparison.Ordinal) => 54936,
            _ when name.StartsWith("GB", StringComparison.Ordinal) => 936,
            _ when name.Contains("B5", StringComparison.Ordinal) => 950,
            _ when name.StartsWith("KSC", StringComparison.Ordinal) => 949,
            _ when name is "EUC-H" or "EUC-V" => 51932,
            _ => 0,
        };
        return page == 0 ? null : page == 1201 ? Encoding.BigEndianUnicode : CodePagesEncodingProvider.Instance.GetEncoding(page);
    }
}

using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Pdf.Fonts;
using DlpDashboard.Extraction.Pdf.Pages;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>Writes each page as a segment: what is shown on it, then its annotations (12.5).</summary>
internal sealed class PdfPageWriter
{
    private const int MaxParts = 10_000;

    private readonly PdfDocument _document;
    private readonly PlacedTextWriter _text;
    private readonly PdfPageText _page;
    private readonly PdfInterpreter _interpreter;
    private readonly PdfAttachments _attachments;

    /// <summary>A writer of one file's pages.</summary>
    public PdfPageWriter(PdfDocument document, PlacedTextWriter text, PdfAttachments attachments)
    {
        (_document, _text, _attachments) = (document, text, attachments);
        _page = new PdfPageText(line =>
        {
            foreach (var chunk in line.GetChunks())
            {
                text.Append(chunk.Span);
            }
        });
        _interpreter = new PdfInterpreter(document, new PdfFontReader(document), _page);
    }

    /// <summary>What was seen on the pages so far.</summary>
    public PdfTally Tally { get; } = new();

    /// <summary>Writes a page.</summary>
    public async ValueTask WriteAsync(PdfPage page, string? entry, CancellationToken cancellationToken)
    {
        _interpreter.Reset();
        var (isPicture, images) = (false, 0);
        _text.Open(entry);
        _text.Place(new FixedPlace($"page {page.Number}"), 0, 0);
        try
        {
            await _interpreter.RunAsync(await ContentAsync(page.Dictionary["Contents"], cancellationToken), page.Resources, PdfMatrix.Identity, cancellationToken);
            _page.Flush();
            (isPicture, images) = (_interpreter is { Shown: 0, Images: > 0 }, _interpreter.Images);
            await WriteAnnotationsAsync(page, cancellationToken);
        }
        finally
        {
            _text.Close();
        }

        var areRead = isPicture && images == _interpreter.Pictures.Count && await _attachments.ReadPicturesAsync(_interpreter.Pictures, page.Number, cancellationToken);
        Tally.Add(page.Number, _interpreter, isPicture && !areRead);
        await ReadFilesAsync(page, cancellationToken);
    }

    private async ValueTask<List<PdfStream>> ContentAsync(object? value, CancellationToken cancellationToken)
    {
        var parts = new List<PdfStream>();
        var content = await _document.ResolveAsync(value, cancellationToken);
        foreach (var part in (content as List<object?> ?? [content]).Take(MaxParts))
        {
            if (await _document.ResolveAsync(part, cancellationToken) is PdfStream stream)
            {
                parts.Add(stream);
            }
        }

        return parts;
    }

    private async ValueTask WriteAnnotationsAsync(PdfPage page, CancellationToken cancellationToken)
    {
        foreach (var item in (await _document.GetAsync<List<object?>>(page.Dictionary, "Annots", cancellationToken) ?? []).Take(MaxParts))
        {
            if (await _document.DictionaryAsync(item, cancellationToken) is not { } annotation)
            {
                continue;
            }

            var action = await _document.GetAsync<PdfDictionary>(annotation, "A", cancellationToken);
            var said = await _document.GetAsync<byte[]>(annotation, "Contents", cancellationToken);
            foreach (var words in new[] { said, action?["URI"] as byte[] })
            {
                if (words is { Length: > 0 })
                {
                    _text.Append(PdfStrings.TextOf(words));
                    _text.Append("\n"u8);
                }
            }

            if (said is not { Length: > 0 } && annotation.NameOf("Subtype") is not ("Widget" or "Link") && await _document.GetAsync<PdfDictionary>(annotation, "AP", cancellationToken) is { } looks
                && await _document.ResolveAsync(looks["N"], cancellationToken) is PdfStream look)
            {
                var resources = await _document.DictionaryAsync(look.Dictionary["Resources"], cancellationToken) ?? page.Resources;
                await _interpreter.RunAsync([look], resources, PdfMatrix.Identity, cancellationToken);
                _page.Flush();
            }
        }
    }

    // Behind the page: contents within may be read only between segments.
    private async ValueTask ReadFilesAsync(PdfPage page, CancellationToken cancellationToken)
    {
        foreach (var item in (await _document.GetAsync<List<object?>>(page.Dictionary, "Annots", cancellationToken) ?? []).Take(MaxParts))
        {
            if (await _document.DictionaryAsync(item, cancellationToken) is { } annotation && annotation["FS"] is { } file)
            {
                await _attachments.ReadFileAsync(file, cancellationToken);
            }
        }
    }
}

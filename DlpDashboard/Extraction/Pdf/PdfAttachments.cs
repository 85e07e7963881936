using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>Reads what is packed into a file: embedded files (7.11.4), its metadata and the data of an XFA form, each as a content of its own.</summary>
internal sealed class PdfAttachments(PdfDocument document, FormatContent content)
{
    private const int MaxNodes = 100_000;

    private readonly HashSet<int> _seen = [];

    /// <summary>What could not be read of them, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads all that the catalogue names.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        await ReadInnerAsync(document.Root["Metadata"], "metadata", cancellationToken);
        var form = await document.GetAsync<PdfDictionary>(document.Root, "AcroForm", cancellationToken);
        var packets = form is null ? null : await document.ResolveAsync(form["XFA"], cancellationToken);
        if (packets is PdfStream)
        {
            await ReadInnerAsync(packets, "form", cancellationToken);
        }

        var list = packets as List<object?> ?? [];
        for (var i = 0; i + 1 < list.Count; i += 2)
        {
            if (list[i] is byte[] name && PdfStrings.TextOf(name) == "datasets")
            {
                await ReadInnerAsync(list[i + 1], "form", cancellationToken);
            }
        }

        await ReadNamedAsync(cancellationToken);
    }

    /// <summary>Reads the file of a file specification.</summary>
    public async ValueTask ReadFileAsync(object? specification, CancellationToken cancellationToken)
    {
        if (await document.DictionaryAsync(specification, cancellationToken) is { } file && await document.GetAsync<PdfDictionary>(file, "EF", cancellationToken) is { } streams)
        {
            var name = (file["UF"] ?? file["F"]) is byte[] said ? PdfStrings.TextOf(said) : "attachment";
            await ReadInnerAsync(streams["UF"] ?? streams["F"], SafeText.Of(name), cancellationToken);
        }
    }

    /// <summary>Reads what the pictures of a page show, where a program for it is named; true where all of them were read.</summary>
    public async ValueTask<bool> ReadPicturesAsync(IReadOnlyList<PdfStream> pictures, int page, CancellationToken cancellationToken)
    {
        var areRead = content.Budget.Limits.OcrProgram is not null && pictures.Count > 0;
        for (var i = 0; i < pictures.Count && content.Budget.Limits.OcrProgram is not null; i++)
        {
            await using var bytes = await document.Filters.OpenAsync(pictures[i], isPlain: false, cancellationToken);
            var outcome = await content.ReadInnerAsync(bytes, $"page {page} picture {i + 1}", cancellationToken);
            areRead &= outcome.State == ExtractionState.Scanned;
        }

        return areRead;
    }

    // A name tree (7.9.6).
    private async ValueTask ReadNamedAsync(CancellationToken cancellationToken)
    {
        var names = await document.GetAsync<PdfDictionary>(document.Root, "Names", cancellationToken);
        var waiting = new Stack<object?>([names?["EmbeddedFiles"]]);
        var seen = new HashSet<int>();
        for (var nodes = 0; nodes < MaxNodes && waiting.TryPop(out var next); nodes++)
        {
            if ((next is PdfReference reference && !seen.Add(reference.Number)) || await document.DictionaryAsync(next, cancellationToken) is not { } node)
            {
                continue;
            }

            foreach (var kid in await document.GetAsync<List<object?>>(node, "Kids", cancellationToken) ?? [])
            {
                waiting.Push(kid);
            }

            var pairs = await document.GetAsync<List<object?>>(node, "Names", cancellationToken) ?? [];
            for (var i = 1; i < pairs.Count; i += 2)
            {
                await ReadFileAsync(pairs[i], cancellationToken);
            }
        }
    }

    private async ValueTask ReadInnerAsync(object? value, string name, CancellationToken cancellationToken)
    {
        if (await document.ResolveAsync(value, cancellationToken) is not PdfStream stream || !_seen.Add(stream.Id.Number))
        {
            return;
        }

        await using var bytes = await document.Filters.OpenAsync(stream, isPlain: false, cancellationToken);
        var outcome = await content.ReadInnerAsync(bytes, name, cancellationToken);
        if (outcome.State != ExtractionState.Scanned)
        {
            Problem ??= $"{name}: {outcome.Reason}";
        }
    }
}

using System.Globalization;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Pdf.Pages;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>
/// Reads PDF files (ISO 32000): the text of their pages, annotations, forms, properties, and files within. Section numbers in this folder are those of ISO 32000-1.
/// </summary>
internal sealed class PdfReader : IFormatReader
{
    /// <summary>The format's name.</summary>
    public const string Kind = "pdf";

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.SeekableAsync(cancellationToken);
        if (stream is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The PDF is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                Kind);
        }

        var document = await PdfDocument.OpenAsync(stream, content.Budget, cancellationToken);
        if (document.IsLocked)
        {
            return new ContentOutcome(ExtractionState.Encrypted, "The PDF is protected by a password.", Kind);
        }

        var attachments = new PdfAttachments(document, content);
        var writer = new PdfPageWriter(document, content.Text, attachments);
        await foreach (var page in new PdfPageTree(document).ReadAsync(cancellationToken))
        {
            await writer.WriteAsync(page, content.Entry, cancellationToken);
            if (document.IsCut || content.Budget.Stop is not null)
            {
                break;
            }
        }

        await new PdfFormFields(document, content.Text).WriteAsync(content.Entry, cancellationToken);
        await WritePropertiesAsync(document, content, cancellationToken);
        await attachments.ReadAsync(cancellationToken);
        return Sum(document, writer.Tally, attachments.Problem ?? content.Budget.Stop);
    }

    private static async ValueTask WritePropertiesAsync(PdfDocument document, FormatContent content, CancellationToken cancellationToken)
    {
        content.Text.Open(content.Entry);
        var info = await document.GetAsync<PdfDictionary>(document.Trailer, "Info", cancellationToken);
        foreach (var key in info?.Keys.ToList() ?? [])
        {
            if (await document.GetAsync<byte[]>(info!, key, cancellationToken) is { Length: > 0 } value)
            {
                content.Text.Place(new FixedPlace($"properties {SafeText.Of(key)}", SafeText.Of(key)), 0, 0);
                content.Text.Append(PdfStrings.TextOf(value));
                content.Text.Append("\n"u8);
            }
        }

        await WriteBookmarksAsync(document, content, cancellationToken);
        content.Text.Close();
    }

    private static async ValueTask WriteBookmarksAsync(PdfDocument document, FormatContent content, CancellationToken cancellationToken)
    {
        var outlines = await document.GetAsync<PdfDictionary>(document.Root, "Outlines", cancellationToken);
        var (seen, waiting, place) = (new HashSet<int>(), new Stack<object?>([outlines?["First"]]), new FixedPlace("bookmarks"));
        while (waiting.TryPop(out var next))
        {
            if (next is PdfReference reference && seen.Add(reference.Number) && await document.DictionaryAsync(next, cancellationToken) is { } bookmark)
            {
                content.Text.Place(place, 0, 0);
                content.Text.Append(await document.GetAsync<byte[]>(bookmark, "Title", cancellationToken) is { } title ? PdfStrings.TextOf(title) : "");
                content.Text.Append("\n"u8);
                waiting.Push(bookmark["Next"]);
                waiting.Push(bookmark["First"]);
            }
        }
    }

    private static ContentOutcome Sum(PdfDocument document, PdfTally tally, string? problem)
    {
        if (tally.Pages == 0)
        {
            return new ContentOutcome(ExtractionState.Failed, "The PDF is damaged: no page can be found in it.", Kind);
        }

        var problems = tally.Problems().ToList();
        if (document.WasRepaired)
        {
            problems.Add("The PDF is damaged: its parts were looked for one by one, and some may be missing.");
        }

        if (document.IsCut)
        {
            problems.Add("Reading stopped: the file asks for far more work than its size allows.");
        }
        else if (document.Filters.HasDamage)
        {
            problems.Add("Some of its parts are damaged and were read up to there.");
        }

        if (problem is not null)
        {
            problems.Add(problem);
        }

        return problems.Count == 0 ? ContentOutcome.Scanned(Kind) : new ContentOutcome(ExtractionState.Partial, string.Join(' ', problems), Kind);
    }
}

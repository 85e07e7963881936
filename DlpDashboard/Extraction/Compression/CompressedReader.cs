using System.Globalization;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Reads a compressed stream as the one content it holds.</summary>
/// <param name="name">The format's name for people.</param>
/// <param name="create">Makes the decoder.</param>
internal sealed class CompressedReader(string name, Func<ArchiveBudget, IStreamDecoder> create) : IFormatReader
{
    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var budget = content.Budget;
        if (content.Depth >= budget.Limits.Depth)
        {
            return new ContentOutcome(ExtractionState.Partial, $"Archives more than {budget.Limits.Depth} deep in one another are not opened.", content.Kind);
        }

        await using var compressed = new ReplayStream(content.Head, content.Stream);
        await using var decoded = new DecodedStream(compressed, create(budget));
        await using var inflated = new InflatedStream(decoded, () => compressed.Given, budget);
        var inner = await content.Contents.ReadAsync(inflated, budget, content.Depth + 1, content.Entry, cancellationToken);
        if (inflated.Stop is { } stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop, content.Kind);
        }

        if (!inflated.IsDamaged)
        {
            return inner with { Kind = content.Kind };
        }

        return inflated.Given == 0
            ? new ContentOutcome(ExtractionState.Failed, $"The {name} stream is damaged: nothing in it can be read.", content.Kind)
            : new ContentOutcome(
                ExtractionState.Partial,
                string.Create(CultureInfo.InvariantCulture, $"The {name} stream is damaged, cut short or followed by other bytes: only its first {inflated.Given:N0} bytes were read."),
                content.Kind);
    }
}

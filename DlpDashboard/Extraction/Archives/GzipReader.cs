using System.Globalization;

namespace DlpDashboard.Extraction.Archives;

/// <summary>Reads a gzip stream (RFC 1952) with all its members as one content.</summary>
internal sealed class GzipReader(ContentReader contents)
{
    /// <summary>Reads what is compressed.</summary>
    public async ValueTask<ContentOutcome> ReadAsync(
        ReplayStream compressed, ArchiveBudget budget, int depth, string? entry, CancellationToken cancellationToken)
    {
        await using var inflater = new GzipMembersStream(compressed);
        await using var inflated = new InflatedStream(inflater, () => compressed.Given, budget);
        var inner = await contents.ReadAsync(inflated, budget, depth + 1, entry, cancellationToken);
        if (inflated.Stop is { } stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop, ContentKinds.Gzip);
        }

        if (!inflated.IsDamaged && (inflater.IsWhole || inner.State is not ExtractionState.Scanned))
        {
            return inner with { Kind = ContentKinds.Gzip };
        }

        return inflated.Given == 0
            ? new ContentOutcome(ExtractionState.Failed, "The gzip stream is damaged: nothing in it can be read.", ContentKinds.Gzip)
            : new ContentOutcome(
                ExtractionState.Partial,
                string.Create(CultureInfo.InvariantCulture, $"The gzip stream is damaged, cut short or followed by other bytes: only its first {inflated.Given:N0} bytes were read."),
                ContentKinds.Gzip);
    }
}

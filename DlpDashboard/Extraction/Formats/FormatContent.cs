using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Formats;

/// <summary>One content as a <see cref="IFormatReader"/> gets it.</summary>
/// <param name="Stream">What follows <paramref name="Head"/>; where it can seek, position 0 is the content's first byte.</param>
/// <param name="Head">Its first bytes, up to a block; already read from the stream. Valid while the reader runs.</param>
/// <param name="Kind">The format's name, as in <see cref="ContentKinds"/>.</param>
/// <param name="Budget">What the object may still cost, all contents within it together.</param>
/// <param name="Depth">Contents around it.</param>
/// <param name="Entry">The entry it is, nested ones joined by <c>!/</c>; or null.</param>
/// <param name="Contents">Reads what is within it.</param>
/// <param name="Pool">Blocks to work in.</param>
/// <param name="Text">Writes its text.</param>
internal sealed record FormatContent(
    Stream Stream, ReadOnlyMemory<byte> Head, string Kind, ArchiveBudget Budget, int Depth, string? Entry, ContentReader Contents, BlockPool Pool, PlacedTextWriter Text)
{
    /// <summary>The content from its first byte, once.</summary>
    public Stream FromStart() => new ReplayStream(Head, Stream);

    /// <summary>
    /// The content as a stream that seeks: itself, or a copy aside within <see cref="ExtractionLimits.SpoolBytes"/>. Null where it is larger.
    /// Disposing what is given is right in both cases.
    /// </summary>
    public async ValueTask<Stream?> SeekableAsync(CancellationToken cancellationToken)
    {
        var seekable = Stream.CanSeek ? new KeptOpenStream(Stream) : await Spool.CopyAsync(FromStart(), Pool, Budget.Limits, cancellationToken);
        seekable?.Position = 0;
        return seekable;
    }

    /// <summary>Reads a content within this one; its entry is named after this one's. Call it only between segments of <see cref="Text"/>.</summary>
    public async ValueTask<ContentOutcome> ReadInnerAsync(Stream inner, string name, CancellationToken cancellationToken)
    {
        if (Depth >= Budget.Limits.Depth)
        {
            return new ContentOutcome(ExtractionState.Partial, $"Contents more than {Budget.Limits.Depth} deep in one another are not opened.", Kind);
        }

        return Budget.TryTakeEntry()
            ? await Contents.ReadAsync(inner, Budget, Depth + 1, Entry is null ? name : $"{Entry}!/{name}", cancellationToken)
            : new ContentOutcome(ExtractionState.Partial, Budget.Stop, Kind);
    }
}

using DlpDashboard.Detection;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction;

/// <summary>Reads one content, the object or an entry of an archive in it, by what its first bytes tell; archives come back here with each entry.</summary>
internal sealed class ContentReader
{
    private readonly BlockPool _pool;
    private readonly SegmentWriter _writer;
    private readonly Utf8Reader _utf8;
    private readonly Utf16Reader _utf16;
    private readonly GzipReader _gzip;
    private readonly ZipReader _zip;
    private readonly PlacedTextWriter _placed;
    private readonly Dictionary<string, IFormatReader> _formats = FormatReaders.Create();
    private long _placedBytes;

    /// <summary>A reader that takes its blocks from a pool.</summary>
    public ContentReader(BlockPool pool)
    {
        _pool = pool;
        _writer = new SegmentWriter(pool);
        _utf8 = new Utf8Reader(pool, _writer);
        _utf16 = new Utf16Reader(pool, _writer);
        _gzip = new GzipReader(this);
        _placed = new PlacedTextWriter(written => _placedBytes += written);
        _zip = new ZipReader(this, pool, _placed);
    }

    /// <summary>Text written for the current object, in bytes.</summary>
    public long TextBytes => _writer.TextBytes + _placedBytes;

    /// <summary>The format of the current object as its first bytes tell it.</summary>
    public string Kind { get; private set; } = ContentKinds.Empty;

    /// <summary>A new object begins.</summary>
    public void Reset(ISegmentSink sink)
    {
        _writer.Reset(sink);
        _placed.Reset(sink);
        _placedBytes = 0;
        Kind = ContentKinds.Empty;
    }

    /// <summary>Reads a content to its end.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="budget">What the object's archives may cost.</param>
    /// <param name="depth">Archives around it.</param>
    /// <param name="entry">The archive entry it is, nested ones joined by <c>!/</c>; or null.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public async ValueTask<ContentOutcome> ReadAsync(
        Stream content, ArchiveBudget budget, int depth, string? entry, CancellationToken cancellationToken)
    {
        var block = _pool.Rent();
        var isMine = true;
        try
        {
            var length = await Blocks.FillAsync(content, block, 0, cancellationToken);
            var format = ContentSniffer.Detect(block.AsSpan(0, length));
            Kind = depth == 0 ? format.Kind : Kind;
            if (TextEncodings.WholeOf(block.AsSpan(0, length), format) is { } other)
            {
                await using var decoded = new Utf8Stream(new ReplayStream(block.AsMemory(other.Skip, length - other.Skip), content), other.Encoding);
                return await ReadAsync(decoded, budget, depth, entry, cancellationToken);
            }

            switch (format.Shape)
            {
                case ContentShape.Empty:
                    return ContentOutcome.Scanned(format.Kind);
                case ContentShape.Text when TextFormats.Detect(block.AsSpan(format.Skip, length - format.Skip)) is { } kind && _formats.TryGetValue(kind, out var reader):
                    return await ReadFormatAsync(reader, kind);
                case ContentShape.Text or ContentShape.Utf16LittleEndian or ContentShape.Utf16BigEndian:
                    isMine = false;
                    return await ReadTextAsync(content, format, block, length, entry, cancellationToken);
                case ContentShape.Gzip or ContentShape.Zip:
                    return await ReadArchiveAsync(content, format, block.AsMemory(0, length), budget, depth, entry, cancellationToken);
                default:
                    return _formats.TryGetValue(format.Kind, out var known)
                        ? await ReadFormatAsync(known, format.Kind)
                        : new ContentOutcome(ExtractionState.Unsupported, format.Reason, format.Kind);
            }

            ValueTask<ContentOutcome> ReadFormatAsync(IFormatReader reader, string kind) =>
                ReadPlacedAsync(reader, new FormatContent(content, block.AsMemory(0, length), kind, budget, depth, entry, this, _pool, _placed), cancellationToken);
        }
        finally
        {
            if (isMine)
            {
                _pool.Return(block);
            }
        }
    }

    // A content within another one is of its own kind; what follows it in the other is not.
    private async ValueTask<ContentOutcome> ReadPlacedAsync(IFormatReader reader, FormatContent content, CancellationToken cancellationToken)
    {
        var around = _placed.FileKind;
        _placed.FileKind = FormatReaders.AreRecords(content.Kind) ? FileKind.Records : FileKind.Usual;
        try
        {
            return await reader.ReadAsync(content, cancellationToken);
        }
        finally
        {
            _placed.FileKind = around;
        }
    }

    private async ValueTask<ContentOutcome> ReadTextAsync(
        Stream content, ContentFormat format, byte[] block, int length, string? entry, CancellationToken cancellationToken)
    {
        _writer.Open(entry);
        try
        {
            if (format.Shape == ContentShape.Text)
            {
                await _utf8.ReadAsync(content, block, format.Skip, length, cancellationToken);
            }
            else
            {
                await _utf16.ReadAsync(content, block, format.Skip, length, format.Shape == ContentShape.Utf16BigEndian, cancellationToken);
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // What was read before the stream broke still counts.
            _writer.Close();
            throw;
        }

        _writer.Close();
        return ContentOutcome.Scanned(_writer.Kind);
    }

    private async ValueTask<ContentOutcome> ReadArchiveAsync(
        Stream content, ContentFormat format, ReadOnlyMemory<byte> head, ArchiveBudget budget, int depth, string? entry, CancellationToken cancellationToken)
    {
        if (depth >= budget.Limits.Depth)
        {
            return new ContentOutcome(ExtractionState.Partial, $"Archives more than {budget.Limits.Depth} deep in one another are not opened.", format.Kind);
        }

        return format.Shape == ContentShape.Gzip
            ? await _gzip.ReadAsync(new ReplayStream(head, content), budget, depth, entry, cancellationToken)
            : await _zip.ReadAsync(content, head, budget, depth, entry, cancellationToken);
    }
}

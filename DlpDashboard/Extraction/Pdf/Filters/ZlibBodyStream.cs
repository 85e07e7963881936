namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>
/// The deflated data of a zlib stream (RFC 1950) without its two bytes of header. The header tells nothing that is needed, writers damage it, and one that asks
/// for a dictionary is none that a PDF could have; the checksum at the end is often missing.
/// </summary>
internal sealed class ZlibBodyStream(Stream source) : ReadOnlyStream
{
    private const int Header = 2;

    private readonly byte[] _header = new byte[Header];
    private int _skipped;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_skipped < Header && source.Read(_header.AsSpan(_skipped)) is > 0 and var skipped)
        {
            _skipped += skipped;
        }

        return source.Read(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_skipped < Header && await source.ReadAsync(_header.AsMemory(_skipped), cancellationToken) is > 0 and var skipped)
        {
            _skipped += skipped;
        }

        return await source.ReadAsync(buffer, cancellationToken);
    }
}

using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>A PDF's bytes, read at any place, and how much work reading it took so far: a small file may not ask for much.</summary>
internal sealed class PdfFile(Stream stream)
{
    private const long FreeWork = 64 * 1024 * 1024;
    private const int WorkFactor = 64;
    private const int Window = 64 * 1024;

    private readonly long _workAllowed = FreeWork + (WorkFactor * stream.Length);
    private readonly byte[] _window = new byte[Window];
    private long _work;

    /// <summary>Bytes of the file.</summary>
    public long Length { get; } = stream.Length;

    /// <summary>Whether reading has to end: streams inside were read again and again.</summary>
    public bool IsExhausted => _work > _workAllowed;

    /// <summary>Counts bytes read or decoded.</summary>
    public void Work(long bytes) => _work += bytes;

    /// <summary>A part of the file.</summary>
    public SliceStream Slice(long start, long length) => new(stream, start, Math.Clamp(length, 0, Math.Max(0, Length - start)));

    /// <summary>Reads from a place on; fewer bytes only at the end.</summary>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> into, CancellationToken cancellationToken)
    {
        if (offset < 0 || offset >= Length || IsExhausted)
        {
            return 0;
        }

        stream.Position = offset;
        var length = await stream.ReadAtLeastAsync(into, into.Length, throwOnEndOfStream: false, cancellationToken);
        Work(length);
        return length;
    }

    /// <summary>The first place of some bytes from a place on, or -1.</summary>
    public async ValueTask<long> FindAsync(ReadOnlyMemory<byte> wanted, long from, CancellationToken cancellationToken)
    {
        while (await ReadAsync(from, _window, cancellationToken) is var length && length >= wanted.Length)
        {
            if (_window.AsSpan(0, length).IndexOf(wanted.Span) is >= 0 and var at)
            {
                return from + at;
            }

            from += length - wanted.Length + 1;
        }

        return -1;
    }
}

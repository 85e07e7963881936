using System.IO.Compression;
using System.Security.Cryptography;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// All members of a gzip stream, and whether they reach its end. The framework's stream ends quietly where the data is cut or other bytes follow;
/// so a last member of ours is put behind the data: only if its content comes out was all before it read.
/// </summary>
internal sealed class GzipMembersStream(Stream compressed) : ReadOnlyStream
{
    private const int MarkSize = 16;

    private static readonly byte[] Mark = RandomNumberGenerator.GetBytes(MarkSize);
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly GZipStream _inflater = new(new FollowedStream(compressed, MarkMember), CompressionMode.Decompress);
    private readonly byte[] _held = new byte[2 * MarkSize];
    private int _heldLength;
    private bool _isOver;

    /// <summary>Whether the members reach the end of the data; known when the stream has ended.</summary>
    public bool IsWhole { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (!_isOver && _heldLength <= MarkSize)
        {
            if (buffer.Length > MarkSize)
            {
                Hold(buffer);
                if (Take(buffer, _inflater.Read(buffer[_heldLength..])) is > 0 and var taken)
                {
                    return taken;
                }
            }
            else
            {
                AddHeld(_inflater.Read(_held.AsSpan(_heldLength)));
            }
        }

        return GiveHeld(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isOver && _heldLength <= MarkSize)
        {
            if (buffer.Length > MarkSize)
            {
                Hold(buffer.Span);
                var read = await _inflater.ReadAsync(buffer[_heldLength..], cancellationToken);
                if (Take(buffer.Span, read) is > 0 and var taken)
                {
                    return taken;
                }
            }
            else
            {
                AddHeld(await _inflater.ReadAsync(_held.AsMemory(_heldLength), cancellationToken));
            }
        }

        return GiveHeld(buffer.Span);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflater.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Hold(Span<byte> buffer) => _held.AsSpan(0, _heldLength).CopyTo(buffer);

    // What was read stands behind the held bytes in the buffer: the last ones of both are held now.
    private int Take(Span<byte> buffer, int read)
    {
        if (read == 0)
        {
            Finish();
            return 0;
        }

        var total = _heldLength + read;
        _heldLength = Math.Min(MarkSize, total);
        buffer[(total - _heldLength)..total].CopyTo(_held);
        return total - _heldLength;
    }

    private void AddHeld(int read)
    {
        _heldLength += read;
        if (read == 0)
        {
            Finish();
        }
    }

    private void Finish()
    {
        _isOver = true;
        IsWhole = _held.AsSpan(0, _heldLength).EndsWith(Mark);
        _heldLength -= IsWhole ? MarkSize : 0;
    }

    private int GiveHeld(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _isOver ? _heldLength : _heldLength - MarkSize);
        _held.AsSpan(0, given).CopyTo(buffer);
        _held.AsSpan(given, _heldLength - given).CopyTo(_held);
        _heldLength -= given;
        return given;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return into.ToArray();
    }
}

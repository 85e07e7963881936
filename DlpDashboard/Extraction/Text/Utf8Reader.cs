using System.Text.Unicode;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Reads UTF-8 block by block straight into the segment. A block that is not valid UTF-8 is taken as Windows-1252, so every text handed on is valid UTF-8.
/// </summary>
internal sealed class Utf8Reader(BlockPool pool, SegmentWriter writer)
{
    private const int Piece = BlockPool.BlockSize / (Windows1252.MaxExpansion + 1);

    private readonly Lazy<char[]> _scratch = new(() => new char[Piece]);

    /// <summary>Reads to the end of the stream. Takes over the first block.</summary>
    public async ValueTask ReadAsync(Stream stream, byte[] block, int start, int length, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isFinal = length < BlockPool.BlockSize;
            var next = isFinal ? null : pool.Rent();
            var carried = Write(block, start, length - start, next, isFinal);
            if (next is null)
            {
                return;
            }

            length = await Blocks.FillAsync(stream, next, carried, cancellationToken);
            (block, start) = (next, 0);
        }
    }

    // Writes a block; what was cut at its end goes to the front of the next.
    private int Write(byte[] block, int start, int length, byte[]? next, bool isFinal)
    {
        if (length == 0)
        {
            pool.Return(block);
            return 0;
        }

        var text = block.AsSpan(start, length);
        var whole = length - CutCharacterLength(text);
        if (!Utf8.IsValid(text[..whole]))
        {
            return WriteAsWindows1252(block, text, next, isFinal);
        }

        var used = writer.Append(block, start, isFinal ? length : whole, isFinal);
        text[used..].CopyTo(next);
        return length - used;
    }

    private int WriteAsWindows1252(byte[] block, ReadOnlySpan<byte> text, byte[]? next, bool isFinal)
    {
        Span<byte> cut = stackalloc byte[SegmentWriter.MaxLeft];
        var carried = 0;
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, Piece)];
            text = text[piece.Length..];
            var target = pool.Rent();
            cut[..carried].CopyTo(target);
            var length = carried + Windows1252.ToUtf8(piece, _scratch.Value, target.AsSpan(carried));
            var used = writer.Append(target, 0, length, isFinal && text.IsEmpty);
            target.AsSpan(used, length - used).CopyTo(cut);
            carried = length - used;
        }

        cut[..carried].CopyTo(next);
        pool.Return(block);
        return carried;
    }

    // The bytes of a character that the end cuts: 0 to 3.
    private static int CutCharacterLength(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var b = text[^back];
            if ((b & 0xC0) != 0x80)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
                return needed > back ? back : 0;
            }
        }

        return 0;
    }
}

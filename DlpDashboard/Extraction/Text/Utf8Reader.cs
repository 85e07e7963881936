using System.Text;
using System.Text.Unicode;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Reads UTF-8 block by block straight into the segment. Where the first block that is not ASCII is not valid either, the text is taken in the encoding that block reads
/// best in from there on; other blocks that are not valid are taken as Windows-1252. So every text handed on is valid UTF-8.
/// </summary>
internal sealed class Utf8Reader(BlockPool pool, SegmentWriter writer)
{
    private const int Piece = BlockPool.BlockSize / (Windows1252.MaxExpansion + 1);

    private readonly Lazy<char[]> _scratch = new(() => new char[Piece]);

    /// <summary>Reads to the end of the stream. Takes over the first block.</summary>
    public async ValueTask ReadAsync(Stream stream, byte[] block, int start, int length, CancellationToken cancellationToken)
    {
        var mayBeOther = true;
        while (true)
        {
            var isFinal = length < BlockPool.BlockSize;
            var isAscii = mayBeOther && Ascii.IsValid(block.AsSpan(start, length - start));
            var isValid = isAscii || IsValid(block.AsSpan(start, length - start));
            if (!isAscii && mayBeOther)
            {
                mayBeOther = false;
                if (!isValid && EncodingGuess.Of(block.AsSpan(start, length - start)) is { } encoding)
                {
                    // From here on the text comes through the encoding, as UTF-8.
                    stream = new Utf8Stream(new ReplayStream(block.AsSpan(start, length - start).ToArray(), stream), encoding);
                    (start, length) = (0, await Blocks.FillAsync(stream, block, 0, cancellationToken));
                    continue;
                }
            }

            var next = isFinal ? null : pool.Rent();
            var carried = Write(block, start, length - start, isValid, next, isFinal);
            if (next is null)
            {
                return;
            }

            length = await Blocks.FillAsync(stream, next, carried, cancellationToken);
            (block, start) = (next, 0);
        }
    }

    // Writes a block; what was cut at its end goes to the front of the next.
    private int Write(byte[] block, int start, int length, bool isValid, byte[]? next, bool isFinal)
    {
        if (length == 0)
        {
            pool.Return(block);
            return 0;
        }

        var text = block.AsSpan(start, length);
        var whole = length - CutCharacterLength(text);
        if (!isValid)
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

    private static bool IsValid(ReadOnlySpan<byte> text) => Utf8.IsValid(text[..^CutCharacterLength(text)]);

    /// <summary>The bytes of a character that the end cuts: 0 to 3.</summary>
    internal static int CutCharacterLength(ReadOnlySpan<byte> text)
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

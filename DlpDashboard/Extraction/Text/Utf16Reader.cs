using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Text;

/// <summary>Reads UTF-16 of either byte order into UTF-8; a surrogate alone becomes U+FFFD.</summary>
internal sealed class Utf16Reader(BlockPool pool, SegmentWriter writer)
{
    /// <summary>Reads to the end of the stream. Takes over the first block.</summary>
    public async ValueTask ReadAsync(Stream stream, byte[] block, int start, int length, bool isBigEndian, CancellationToken cancellationToken)
    {
        byte[] cut = [];
        while (true)
        {
            var isFinal = length < BlockPool.BlockSize;
            var used = Write(block, start, length, isBigEndian, isFinal, ref cut);
            if (isFinal)
            {
                pool.Return(block);
                return;
            }

            block.AsSpan(used, length - used).CopyTo(block);
            length = await Blocks.FillAsync(stream, block, length - used, cancellationToken);
            start = 0;
        }
    }

    // Returns the position up to which the block was used: an odd byte and half a surrogate pair stay.
    private int Write(byte[] block, int start, int length, bool isBigEndian, bool isFinal, ref byte[] cut)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(block.AsSpan(start, (length - start) & ~1));
        if (isBigEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        var chars = MemoryMarshal.Cast<ushort, char>(units);
        if (!isFinal && !chars.IsEmpty && char.IsHighSurrogate(chars[^1]))
        {
            chars = chars[..^1];
            if (isBigEndian)
            {
                units[^1] = BinaryPrimitives.ReverseEndianness(units[^1]);
            }
        }

        var position = start + (chars.Length * sizeof(char));
        while (!chars.IsEmpty)
        {
            var target = pool.Rent();
            cut.CopyTo(target, 0);
            Utf8.FromUtf16(chars, target.AsSpan(cut.Length), out var read, out var written);
            chars = chars[read..];
            var total = cut.Length + written;
            var used = writer.Append(target, 0, total, isFinal && chars.IsEmpty);
            cut = used == total ? [] : target[used..total];
        }

        return position;
    }
}

using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compound;

/// <summary>Decompresses what macros are stored in ([MS-OVBA] 2.4.1.3): chunks of at most 4096 bytes, each of its own, so that memory stays at two of them.</summary>
internal static class MacroChunks
{
    /// <summary>The longest chunk.</summary>
    public const int MaxChunk = 4096;

    /// <summary>The chunks one after the other, each valid until the next; ends where the data does or is damaged.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream packed)
    {
        var (header, input, output) = (new byte[2], new byte[MaxChunk + 2], new byte[MaxChunk]);
        if (packed.ReadByte() != 1)
        {
            yield break;
        }

        while (packed.ReadAtLeast(header, 2, throwOnEndOfStream: false) == 2)
        {
            var mark = BinaryPrimitives.ReadUInt16LittleEndian(header);
            if (((mark >> 12) & 7) != 3)
            {
                yield break;
            }

            var size = (mark & 0xFFF) + 1;
            var read = packed.ReadAtLeast(input.AsSpan(0, size), size, throwOnEndOfStream: false);
            if ((mark & 0x8000) == 0)
            {
                yield return input.AsMemory(0, Math.Min(read, MaxChunk));
                continue;
            }

            var length = Unpack(input.AsSpan(0, read), output);
            if (length == 0)
            {
                yield break;
            }

            yield return output.AsMemory(0, length);
        }
    }

    // Eight tokens behind each byte of flags: a byte as it is, or a place and length of what came before (2.4.1.3.19).
    private static int Unpack(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var (at, length) = (0, 0);
        while (at < input.Length)
        {
            var flags = input[at++];
            for (var bit = 0; bit < 8 && at < input.Length; bit++)
            {
                if ((flags >> bit & 1) == 0)
                {
                    if (length == MaxChunk)
                    {
                        return length;
                    }

                    output[length++] = input[at++];
                    continue;
                }

                if (at + 2 > input.Length)
                {
                    return length;
                }

                var token = BinaryPrimitives.ReadUInt16LittleEndian(input[at..]);
                at += 2;
                var placeBits = Math.Max(4, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Max(0, length - 1)));
                var count = (token & (0xFFFF >> placeBits)) + 3;
                var from = length - (token >> (16 - placeBits)) - 1;
                if (from < 0)
                {
                    return length;
                }

                for (; count > 0 && length < MaxChunk; count--)
                {
                    output[length++] = output[from++];
                }
            }
        }

        return length;
    }
}

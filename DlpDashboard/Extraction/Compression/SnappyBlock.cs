using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compression;

/// <summary>One block of Snappy (format_description.txt of its project): its length, then literals and matches.</summary>
internal static class SnappyBlock
{
    /// <summary>The length a block says it has decompressed; damage where it says none.</summary>
    public static long LengthOf(ReadOnlySpan<byte> input) => ReadLength(ref input);

    /// <summary>Decompresses a block.</summary>
    /// <param name="input">The block.</param>
    /// <param name="output">Exactly as long as the block says it is.</param>
    public static void Decode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        Damage.Unless(ReadLength(ref input) == output.Length);
        var at = 0;
        while (!input.IsEmpty)
        {
            var tag = input[0];
            if ((tag & 3) == 0)
            {
                at += CopyLiterals(tag, ref input, output[at..]);
                continue;
            }

            var size = (tag & 3) switch { 1 => 2, 2 => 3, _ => 5 };
            Damage.Unless(input.Length >= size);
            var (distance, length) = (tag & 3) switch
            {
                1 => (((tag >> 5) << 8) | input[1], ((tag >> 2) & 7) + 4),
                2 => (BinaryPrimitives.ReadUInt16LittleEndian(input[1..]), (tag >> 2) + 1),
                _ => ((int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(input[1..]), int.MaxValue), (tag >> 2) + 1),
            };
            Damage.Unless(distance > 0 && distance <= at && length <= output.Length - at);
            Matches.Copy(output, at, distance, length);
            at += length;
            input = input[size..];
        }

        Damage.Unless(at == output.Length);
    }

    private static int CopyLiterals(byte tag, ref ReadOnlySpan<byte> input, Span<byte> output)
    {
        var head = 1;
        long length = (tag >> 2) + 1;
        if (length > 60)
        {
            var bytes = (int)length - 60;
            Damage.Unless(input.Length > bytes);
            length = 1;
            for (var i = 0; i < bytes; i++)
            {
                length += (long)input[1 + i] << (8 * i);
            }

            head += bytes;
        }

        Damage.Unless(length <= input.Length - head && length <= output.Length);
        input.Slice(head, (int)length).CopyTo(output);
        input = input[(head + (int)length)..];
        return (int)length;
    }

    private static long ReadLength(ref ReadOnlySpan<byte> input)
    {
        long length = 0;
        for (var i = 0; i < 5; i++)
        {
            Damage.Unless(i < input.Length);
            length |= (long)(input[i] & 0x7F) << (7 * i);
            if (input[i] < 0x80)
            {
                input = input[(i + 1)..];
                return length;
            }
        }

        Damage.Found();
        return 0;
    }
}

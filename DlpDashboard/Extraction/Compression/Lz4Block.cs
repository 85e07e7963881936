using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compression;

/// <summary>One block of LZ4 (LZ4 Block Format): literals and matches in turn, the last without a match.</summary>
internal static class Lz4Block
{
    private const int ShortestMatch = 4;

    /// <summary>Decompresses a block behind what is already there.</summary>
    /// <param name="input">The block.</param>
    /// <param name="output">Where it goes; its matches may reach back into what stands before.</param>
    /// <param name="at">Where it starts.</param>
    /// <returns>Where it ends.</returns>
    public static int Decode(ReadOnlySpan<byte> input, Span<byte> output, int at)
    {
        while (true)
        {
            Damage.Unless(!input.IsEmpty);
            var token = input[0];
            input = input[1..];
            var literals = LengthOf(token >> 4, ref input);
            Damage.Unless(literals <= input.Length && literals <= output.Length - at);
            input[..literals].CopyTo(output[at..]);
            at += literals;
            input = input[literals..];
            if (input.IsEmpty)
            {
                return at;
            }

            Damage.Unless(input.Length >= 2);
            var distance = BinaryPrimitives.ReadUInt16LittleEndian(input);
            input = input[2..];
            var length = LengthOf(token & 15, ref input) + ShortestMatch;
            Damage.Unless(distance > 0 && distance <= at && length <= output.Length - at);
            Matches.Copy(output, at, distance, length);
            at += length;
        }
    }

    private static int LengthOf(int first, ref ReadOnlySpan<byte> input)
    {
        var length = first;
        var more = first == 15;
        while (more)
        {
            Damage.Unless(!input.IsEmpty && length < int.MaxValue - 512);
            length += input[0];
            more = input[0] == 255;
            input = input[1..];
        }

        return length;
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace DlpDashboard.Detection.Checks;

/// <summary>The Keccak hash of 256 bits with its first padding, as Ethereum uses it (before FIPS 202 changed it), of one block at most.</summary>
internal static class Keccak256
{
    private const int Rate = 136, Rounds = 24;

    // How far each lane turns, in the order the lanes are visited.
    private static ReadOnlySpan<byte> Turns => [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];

    private static ReadOnlySpan<byte> Lanes => [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>Hashes fewer than 136 bytes into 32.</summary>
    public static void Hash(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        text.CopyTo(block);
        block[text.Length] = 1;
        block[Rate - 1] |= 0x80;
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        for (var lane = 0; lane < Rate / 8; lane++)
        {
            state[lane] = BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * 8)..]);
        }

        byte register = 1;
        for (var round = 0; round < Rounds; round++)
        {
            Mix(state);
            state[0] ^= RoundConstant(ref register);
        }

        for (var lane = 0; lane < 4; lane++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(lane * 8)..], state[lane]);
        }
    }

    private static void Mix(Span<ulong> state)
    {
        Span<ulong> columns = stackalloc ulong[5];
        for (var x = 0; x < 5; x++)
        {
            columns[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }

        for (var lane = 0; lane < 25; lane++)
        {
            state[lane] ^= columns[((lane % 5) + 4) % 5] ^ BitOperations.RotateLeft(columns[((lane % 5) + 1) % 5], 1);
        }

        var carried = state[1];
        for (var step = 0; step < Turns.Length; step++)
        {
            (carried, state[Lanes[step]]) = (state[Lanes[step]], BitOperations.RotateLeft(carried, Turns[step]));
        }

        for (var row = 0; row < 25; row += 5)
        {
            state.Slice(row, 5).CopyTo(columns);
            for (var x = 0; x < 5; x++)
            {
                state[row + x] = columns[x] ^ (~columns[(x + 1) % 5] & columns[(x + 2) % 5]);
            }
        }
    }

    /// <summary>The constant's bits at the places one less than a power of two come from a shift register.</summary>
    private static ulong RoundConstant(ref byte register)
    {
        var constant = 0UL;
        for (var place = 1; place <= 64; place <<= 1)
        {
            constant |= (register & 1) != 0 ? 1UL << (place - 1) : 0;
            register = (byte)((register << 1) ^ ((register & 0x80) != 0 ? 0x71 : 0));
        }

        return constant;
    }
}

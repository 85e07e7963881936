using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DlpDashboard.Detection.Matching;

/// <summary>The places of the bits of a row of masks, in order.</summary>
internal static class AnchorList
{
    /// <summary>Room that must stay behind the last place.</summary>
    public const int Slack = 4;

    /// <summary>Writes where the bits stand. Four places of a mask are written whether it has them or not: usual text has no more, and no branch is guessed wrong.</summary>
    /// <returns>How many there are.</returns>
    public static int Write(ReadOnlySpan<ulong> masks, int start, Span<int> places)
    {
        ref var into = ref MemoryMarshal.GetReference(places);
        var written = 0;
        foreach (var marked in masks)
        {
            var mask = marked;
            var count = BitOperations.PopCount(mask);
            ref var at = ref Unsafe.Add(ref into, written);
            for (var first = 0; first < Slack; first++)
            {
                Unsafe.Add(ref at, first) = start + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }

            for (var further = Slack; further < count; further++)
            {
                Unsafe.Add(ref at, further) = start + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }

            written += count;
            start += 64;
        }

        return written;
    }
}

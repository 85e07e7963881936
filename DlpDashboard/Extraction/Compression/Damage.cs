using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DlpDashboard.Extraction.Compression;

/// <summary>How decoders say that their data is damaged.</summary>
internal static class Damage
{
    /// <summary>Ends the decompression.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Found() => throw new InvalidDataException("The compressed data is damaged.");

    /// <summary>Ends the decompression unless what must hold does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unless([DoesNotReturnIf(false)] bool holds)
    {
        if (!holds)
        {
            Found();
        }
    }
}

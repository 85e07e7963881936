using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DlpDashboard.Detection.Matching;

/// <summary>What the bytes of a text are, a bit each: looked up 64 at a time, so that one lookup answers several questions.</summary>
internal static class ByteKinds
{
    /// <summary>An ASCII letter.</summary>
    public const byte Letter = 1;

    /// <summary>A capital of ASCII.</summary>
    public const byte Capital = 2;

    /// <summary>A digit.</summary>
    public const byte Digit = 4;

    /// <summary>A digit or a sign that parts digits: blank, dash, dot, slash.</summary>
    public const byte Part = 8;

    /// <summary>A letter, a digit or an underscore.</summary>
    public const byte Word = 16;

    /// <summary>A letter, a digit, plus or slash.</summary>
    public const byte Base64 = 32;

    /// <summary>What goes on a word that began with a capital: a small letter, or a byte of 128 and above.</summary>
    public const byte Small = 64;

    private static readonly byte[] OfAscii = [.. Enumerable.Range(0, 128).Select(value => Of((byte)value))];

    /// <summary>The kinds of a byte.</summary>
    public static byte Of(byte value)
    {
        var sign = (char)value;
        var letter = char.IsAsciiLetter(sign) ? Letter | Word | Base64 : 0;
        var digit = char.IsAsciiDigit(sign) ? Digit | Part | Word | Base64 : 0;
        var other = sign switch { ' ' or '-' or '.' => Part, '/' => Part | Base64, '+' => Base64, '_' => Word, >= (char)128 => Small, _ => 0 };
        return (byte)(letter | digit | other | (char.IsAsciiLetterUpper(sign) ? Capital : 0) | (char.IsAsciiLetterLower(sign) ? Small : 0));
    }

    /// <summary>The kinds of 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of(ref byte at)
    {
        var bytes = Vector512.LoadUnsafe(ref at);
        return Avx512Vbmi.IsSupported ? ByLookup(bytes) : ByComparing(bytes);
    }

    /// <summary>Which of 64 bytes are of a kind, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Those(Vector512<byte> kinds, byte kind) => ~Vector512.Equals(kinds & Vector512.Create(kind), Vector512<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>The same for processors without that lookup.</summary>
    internal static Vector512<byte> ByComparing(Vector512<byte> bytes)
    {
        var (small, capital, digit) = (Within(bytes, (byte)'a', 25), Within(bytes, (byte)'A', 25), Within(bytes, (byte)'0', 9));
        var part = Within(bytes, (byte)'-', 2) | Is(bytes, ' ');
        var base64 = Is(bytes, '+') | Is(bytes, '/');
        var high = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte();
        return ((small | capital) & Vector512.Create((byte)(Letter | Word | Base64))) | (capital & Vector512.Create(Capital)) | ((small | high) & Vector512.Create(Small))
            | (digit & Vector512.Create((byte)(Digit | Part | Word | Base64))) | (part & Vector512.Create(Part)) | (base64 & Vector512.Create(Base64)) | (Is(bytes, '_') & Vector512.Create(Word));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> ByLookup(Vector512<byte> bytes)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(OfAscii);
        var kinds = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table), bytes, Vector512.LoadUnsafe(ref table, 64));
        return Vector512.ConditionalSelect(Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte(), Vector512.Create(Small), kinds);
    }

    private static Vector512<byte> Within(Vector512<byte> bytes, byte from, byte span) => Vector512.LessThanOrEqual(bytes - Vector512.Create(from), Vector512.Create(span));

    private static Vector512<byte> Is(Vector512<byte> bytes, char sign) => Vector512.Equals(bytes, Vector512.Create((byte)sign));
}

namespace DlpDashboard.Detection.Matching;

/// <summary>A set of byte values, as four words of 64 bits.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Every byte.</summary>
    public static readonly ByteSet All = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>Letters, digits and the underscore of ASCII; bytes of longer characters count as no word.</summary>
    public static readonly ByteSet Word = Range('a', 'z') | Range('A', 'Z') | Range('0', '9') | Of((byte)'_');

    /// <summary>Decimal digits.</summary>
    public static readonly ByteSet Digit = Range('0', '9');

    /// <summary>How many bytes are in it.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(A) + System.Numerics.BitOperations.PopCount(B)
        + System.Numerics.BitOperations.PopCount(C) + System.Numerics.BitOperations.PopCount(D);

    /// <summary>What is in both.</summary>
    public static ByteSet operator &(ByteSet left, ByteSet right) => new(left.A & right.A, left.B & right.B, left.C & right.C, left.D & right.D);

    /// <summary>Both together.</summary>
    public static ByteSet operator |(ByteSet left, ByteSet right) => new(left.A | right.A, left.B | right.B, left.C | right.C, left.D | right.D);

    /// <summary>What is not in it.</summary>
    public static ByteSet operator ~(ByteSet set) => new(~set.A, ~set.B, ~set.C, ~set.D);

    /// <summary>One byte.</summary>
    public static ByteSet Of(byte value) => (value >> 6) switch
    {
        0 => new(1UL << value, 0, 0, 0),
        1 => new(0, 1UL << (value & 63), 0, 0),
        2 => new(0, 0, 1UL << (value & 63), 0),
        _ => new(0, 0, 0, 1UL << (value & 63)),
    };

    /// <summary>From one character to another, both included.</summary>
    public static ByteSet Range(char first, char last)
    {
        var set = default(ByteSet);
        for (int value = first; value <= last; value++)
        {
            set |= Of((byte)value);
        }

        return set;
    }

    /// <summary>Whether a byte is in it.</summary>
    public bool Holds(byte value) => (((value >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D }) & (1UL << (value & 63))) != 0;
}

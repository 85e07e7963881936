using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Numbers told from others by where their digits stand: the first byte and the 16 behind it, a bit each, lead to a bit that says whether the digits of some fingerprint may stand so.
/// The first six bytes are digits and the signs that part them, so that times of day and short numbers before words end here.
/// </summary>
internal sealed class DigitShapes
{
    /// <summary>Bytes looked at.</summary>
    public const int Window = Fingerprint.Offsets + Fingerprint.FirstOffset;

    /// <summary>So many bytes from the first on are digits and the signs that part them.</summary>
    public const int Plain = 6;

    private const int LeastDigits = 6;

    private static readonly ByteSet Parts = ByteSet.Digit | ByteSet.Of((byte)' ') | ByteSet.Range('-', '/');

    private readonly ulong[] _shapes = new ulong[(1 << Window) / 64];

    public DigitShapes(IEnumerable<Fingerprint> fingerprints)
    {
        foreach (var shape in fingerprints.SelectMany(ShapesOf))
        {
            _shapes[shape >> 6] |= 1UL << (shape & 63);
        }
    }

    /// <summary>Whether a fingerprint is of a number that this tells from most: behind no word character, with enough digits at fixed places.</summary>
    public static bool Tells(Fingerprint fingerprint) =>
        (fingerprint.At(Fingerprint.FirstOffset) & ByteSet.Word).Count == 0 && IsDigit(fingerprint.At(0)) && Enumerable.Range(0, Window).Count(offset => IsDigit(fingerprint.At(offset))) >= LeastDigits
        && Enumerable.Range(1, Plain - 1).All(offset => (fingerprint.At(offset) & ~Parts).Count == 0);

    /// <summary>1 where a number of this shape may be of interest, else 0.</summary>
    /// <param name="window">The digits, a bit each, the first lowest; only the lowest 17 bits are looked at.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MayStand(ulong window)
    {
        window &= (1 << Window) - 1;
        return (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_shapes), (nuint)(window >> 6)) >> (int)(window & 63)) & 1;
    }

    private static bool IsDigit(ByteSet set) => set.Count > 0 && (set & ~ByteSet.Digit).Count == 0;

    private static IEnumerable<int> ShapesOf(Fingerprint fingerprint)
    {
        var shapes = new List<int> { 0 };
        for (var offset = 0; offset < Window; offset++)
        {
            var set = fingerprint.At(offset);
            var with = (set & ByteSet.Digit).Count > 0 ? shapes.Select(shape => shape | (1 << offset)) : [];
            var without = (set & ~ByteSet.Digit).Count > 0 ? shapes : [];
            shapes = [.. with, .. without];
        }

        return shapes;
    }
}

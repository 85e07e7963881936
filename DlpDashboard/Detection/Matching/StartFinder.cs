using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static DlpDashboard.Detection.Matching.ByteKinds;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Marks what is better told by its beginning than by a bucket of the prefilter: numbers by where their digits stand (<see cref="DigitShapes"/>), listed words by their first bytes
/// (<see cref="CapitalWords"/>), and runs of letters, digits, plus and slash of 17 bytes and more. Vectors tell where numbers and words begin, a lookup each decides.
/// </summary>
internal sealed class StartFinder
{
    /// <summary>Bytes marked at once at most.</summary>
    public const int Longest = 16 * 1024;

    private const int Blocks = Longest / 64, AtOnce = 32;
    private const int Run = DigitShapes.Window;

    private static readonly CapitalWords Nothing = new([]);

    private readonly DigitShapes _shapes;
    private readonly CapitalWords _words;
    private readonly bool _findsRuns;

    public StartFinder(IReadOnlyCollection<Fingerprint> fingerprints)
    {
        _shapes = new DigitShapes(fingerprints.Where(DigitShapes.Tells));
        _words = fingerprints.Select(fingerprint => fingerprint.Listed).OfType<CapitalWords>().SingleOrDefault() ?? Nothing;
        _findsRuns = fingerprints.Any(IsRun);
    }

    /// <summary>Whether a fingerprint is found here and needs no bucket.</summary>
    public static bool Finds(Fingerprint fingerprint) => fingerprint.Listed is not null || DigitShapes.Tells(fingerprint) || IsRun(fingerprint);

    /// <summary>Marks, beside what is marked already.</summary>
    /// <param name="first">The text; 64 bytes before it and 64 behind the last are read.</param>
    /// <param name="masks">A mask for each 64 bytes.</param>
    [SkipLocalsInit]
    public void Mark(ref byte first, Span<ulong> masks)
    {
        Span<ulong> digits = stackalloc ulong[Blocks + 1];
        Span<ulong> starts = stackalloc ulong[Blocks];
        Span<int> places = stackalloc int[(AtOnce * 64) + AnchorList.Slack];
        Read(ref first, masks, digits, starts);
        for (var block = 0; block < masks.Length;)
        {
            var some = Math.Min(masks.Length - block, AtOnce);
            var count = AnchorList.Write(starts.Slice(block, some), block * 64, places);
            Decide(ref first, places[..count], digits, masks);
            block += some;
        }
    }

    private static bool IsRun(Fingerprint fingerprint)
    {
        var base64 = ByteSet.Word & ~ByteSet.Of((byte)'_') | ByteSet.Of((byte)'+') | ByteSet.Of((byte)'/');
        return (fingerprint.At(Fingerprint.FirstOffset) & base64).Count == 0 && Enumerable.Range(0, Run).All(offset => fingerprint.At(offset) is var set && (set & ~base64).Count == 0 && set.Count > 0);
    }

    // Where digits stand and where words and numbers begin; runs are marked at once.
    private void Read(ref byte first, Span<ulong> masks, Span<ulong> digits, Span<ulong> starts)
    {
        ref var mask = ref MemoryMarshal.GetReference(masks);
        ref var digitsAt = ref MemoryMarshal.GetReference(digits);
        ref var startsAt = ref MemoryMarshal.GetReference(starts);
        var before = ByteKinds.Of(ref Unsafe.Add(ref first, -64));
        var (letterBefore, wordBefore, base64Before) = (Those(before, Letter) >> 63, Those(before, Word) >> 63, Those(before, Base64) >> 63);
        var kinds = ByteKinds.Of(ref first);
        var (small, digit, parts, base64) = (Those(kinds, Small), Those(kinds, Digit), Those(kinds, Part), Those(kinds, Base64));
        for (var block = 0; block < masks.Length; block++)
        {
            var (letters, words) = (Those(kinds, Letter), Those(kinds, Word));
            var capitals = Those(kinds, Capital);
            kinds = ByteKinds.Of(ref Unsafe.Add(ref first, (block * 64) + 64));
            var (nextSmall, nextParts, nextBase64) = (Those(kinds, Small), Those(kinds, Part), Those(kinds, Base64));
            Unsafe.Add(ref digitsAt, block) = digit;
            Unsafe.Add(ref startsAt, block) = (digit & ~((words << 1) | wordBefore) & SixInARow(parts, nextParts)) | (capitals & Behind(small, nextSmall, 1) & ~((letters << 1) | letterBefore));
            if (_findsRuns && (HasWholeByte(base64) | HasWholeByte(nextBase64)))
            {
                Unsafe.Add(ref mask, block) |= LongRuns(base64, nextBase64) & ~((base64 << 1) | base64Before);
            }

            (letterBefore, wordBefore, base64Before) = (letters >> 63, words >> 63, base64 >> 63);
            (small, digit, parts, base64) = (nextSmall, Those(kinds, Digit), nextParts, nextBase64);
        }

        Unsafe.Add(ref digitsAt, masks.Length) = digit;
    }

    private void Decide(ref byte first, ReadOnlySpan<int> places, ReadOnlySpan<ulong> digits, Span<ulong> masks)
    {
        ref var digit = ref MemoryMarshal.GetReference(digits);
        ref var mask = ref MemoryMarshal.GetReference(masks);
        foreach (var place in places)
        {
            var (block, bit) = (place >> 6, place & 63);
            var window = (Unsafe.Add(ref digit, block) >> bit) | ((Unsafe.Add(ref digit, block + 1) << 1) << (63 - bit));
            Unsafe.Add(ref mask, block) |= (_shapes.MayStand(window) | _words.MayBegin(ref Unsafe.Add(ref first, place))) << bit;
        }
    }

    // Bits from which DigitShapes.Plain in a row are set.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SixInARow(ulong low, ulong high)
    {
        var two = low & Behind(low, high, 1);
        var twoHigh = high & (high >> 1);
        return two & Behind(two, twoHigh, 2) & Behind(two, twoHigh, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Behind(ulong low, ulong high, int step) => (low >> step) | (high << (64 - step));

    // A run of 17 holds eight that stand in one byte of the mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasWholeByte(ulong run) => ((~run - 0x0101010101010101) & run & 0x8080808080808080) != 0;

    // Bits from which 17 in a row are set.
    private static ulong LongRuns(ulong low, ulong high)
    {
        var (least, most) = (low, high);
        for (var step = 1; step < Run - 1; step *= 2)
        {
            (least, most) = (least & Behind(least, most, step), most & (most >> step));
        }

        return least & Behind(low, high, Run - 1);
    }
}

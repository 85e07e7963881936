using System.Runtime.Intrinsics;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The bytes that can stand at each offset from a candidate's anchor, -1 to 16: a necessary condition, cheap to test everywhere.
/// Written as a row of classes: <c>\W|[1-6]\d{3}[ -]\d</c>, where <c>|</c> stands before offset 0; <c>(?i)</c> in front ignores case.
/// </summary>
internal sealed class Fingerprint
{
    /// <summary>The first offset tested, before the anchor.</summary>
    public const int FirstOffset = -1;

    /// <summary>How many offsets are tested.</summary>
    public const int Offsets = 18;

    private readonly ByteSet[] _sets = new ByteSet[Offsets];

    private Fingerprint(string row, DetectorSlot[] detectors) => (Row, Detectors) = (row, detectors);

    /// <summary>The row it was read from.</summary>
    public string Row { get; }

    /// <summary>Whose value may stand here: numbers of the same length share one.</summary>
    public DetectorSlot[] Detectors { get; }

    /// <summary>Of each detector, whether its value here is worth nothing without support: below what the engine reports.</summary>
    public bool[] AreNothingAlone { get; private set; } = [];

    /// <summary>The words of all of them that are nothing alone.</summary>
    public Vector256<ulong> Words { get; private set; }

    /// <summary>Whether all of them are nothing alone.</summary>
    public bool IsNothingAlone { get; private set; }

    /// <summary>Notes what an engine with this floor need not verify without support.</summary>
    public void Weigh(Likelihood floor)
    {
        AreNothingAlone = [.. Detectors.Select(detector => !IsWaker && LikelihoodScale.Of(detector.Rule.AloneAtMost(Row)) < floor)];
        IsNothingAlone = AreNothingAlone.Length > 0 && !AreNothingAlone.Contains(false);
        foreach (var (index, detector) in Detectors.Index())
        {
            Words |= AreNothingAlone[index] ? detector.Detector.Words.Bloom : default;
        }
    }

    /// <summary>Whether it tells of a word near which dormant ones are tried, and of no value.</summary>
    public bool IsWaker { get; private init; }

    /// <summary>Whether it is tried only near such a word where no keys can stand over values.</summary>
    public bool IsDormant => !IsWaker && Array.TrueForAll(Detectors, detector => detector.Rule.Wakers.Count > 0);

    /// <summary>The words of which one must begin here; null where none is asked for.</summary>
    public CapitalWords? Listed { get; private init; }

    /// <summary>How far ahead the farthest of them reads.</summary>
    public int Ahead { get; private init; }

    /// <summary>The bytes at an offset from the anchor.</summary>
    public ByteSet At(int offset) => _sets[offset - FirstOffset];

    /// <summary>Reads the row of classes; what is beyond offset 16 is left to verification.</summary>
    /// <exception cref="FormatException">The row is not in the language above: a mistake in a detector's file.</exception>
    public static Fingerprint Parse(string row, params DetectorSlot[] detectors) => Parse(row, isWaker: false, detectors);

    /// <summary>Reads the row of a value or of a word.</summary>
    /// <exception cref="FormatException">The row is not in the language above.</exception>
    public static Fingerprint Parse(string row, bool isWaker, params DetectorSlot[] detectors) => Parse(row, isWaker, listed: null, detectors);

    /// <summary>The fingerprint of a rule's listed words; null where it has none.</summary>
    public static Fingerprint? OfListed(DetectorSlot detector) =>
        detector.Rule.Listed is { } listed ? Parse(listed.Fingerprint, isWaker: false, new CapitalWords(listed.Words), detector) : null;

    private static Fingerprint Parse(string row, bool isWaker, CapitalWords? listed, params DetectorSlot[] detectors)
    {
        var fingerprint = new Fingerprint(row, detectors) { Ahead = detectors.Max(detector => detector.Rule.Ahead), IsWaker = isWaker, Listed = listed };
        Array.Fill(fingerprint._sets, ByteSet.All);
        var anyCase = row.StartsWith("(?i)", StringComparison.Ordinal);
        var bar = row.IndexOf('|', StringComparison.Ordinal);
        var at = anyCase ? 4 : 0;
        if (bar > at)
        {
            fingerprint._sets[0] = ReadClass(row, ref at, anyCase);
        }

        at = bar + 1;
        for (var offset = 0; at < row.Length;)
        {
            var set = ReadClass(row, ref at, anyCase);
            for (var times = ReadTimes(row, ref at); times > 0; times--, offset++)
            {
                if (offset < Offsets + FirstOffset)
                {
                    fingerprint._sets[offset - FirstOffset] = set;
                }
            }
        }

        return fingerprint;
    }

    private static int ReadTimes(string row, ref int at)
    {
        if (at >= row.Length || row[at] != '{')
        {
            return 1;
        }

        var close = row.IndexOf('}', at);
        var times = int.Parse(row.AsSpan(at + 1, close - at - 1), System.Globalization.CultureInfo.InvariantCulture);
        at = close + 1;
        return times;
    }

    /// <summary>One class of the language: a character, an escape, or brackets.</summary>
    internal static ByteSet ReadClass(string row, ref int at, bool anyCase)
    {
        if (row[at] != '[')
        {
            return ReadOne(row, ref at, anyCase, inBrackets: false, out _);
        }

        var negated = row[++at] == '^';
        at += negated ? 1 : 0;
        var set = default(ByteSet);
        while (row[at] != ']')
        {
            set |= ReadOne(row, ref at, anyCase, inBrackets: true, out var first);
            if (row[at] == '-' && row[at + 1] != ']')
            {
                set |= Cased(ByteSet.Range(first, row[at + 1]), anyCase);
                at += 2;
            }
        }

        at++;
        return negated ? ~set : set;
    }

    private static ByteSet ReadOne(string row, ref int at, bool anyCase, bool inBrackets, out char literal)
    {
        literal = row[at++];
        if (literal == '.' && !inBrackets)
        {
            return ByteSet.All;
        }

        if (literal != '\\')
        {
            return Cased(ByteSet.Of((byte)literal), anyCase);
        }

        literal = row[at++];
        return literal switch
        {
            'd' => ByteSet.Digit,
            'w' => ByteSet.Word,
            'W' => ~ByteSet.Word,
            'D' => ~ByteSet.Digit,
            '.' or '\\' or '[' or ']' or '-' or '^' => ByteSet.Of((byte)literal),
            _ => throw new FormatException($"Unknown class \\{literal} in the fingerprint {row}."),
        };
    }

    private static ByteSet Cased(ByteSet set, bool anyCase)
    {
        if (!anyCase)
        {
            return set;
        }

        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            var upper = (byte)(letter - 32);
            if (set.Holds((byte)letter) || set.Holds(upper))
            {
                set |= ByteSet.Of((byte)letter) | ByteSet.Of(upper);
            }
        }

        return set;
    }
}

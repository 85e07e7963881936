namespace DlpDashboard.Extraction.Text;

/// <summary>
/// How well bytes read as each of the two-byte encodings: all pairs must be valid, and the common ones, kana, Hangul and the characters in the first part of
/// each standard, many.
/// </summary>
internal static class EastAsian
{
    private const double Worst = -5;

    /// <summary>A score for each code page, about 1 where it fits.</summary>
    public static (int Page, double Score)[] Scores(ReadOnlySpan<byte> sample) =>
    [
        (54936, Score(sample, Gb18030)),
        (932, Score(sample, ShiftJis)),
        (51932, Score(sample, EucJapanese)),
        (949, Score(sample, EucKorean)),
        (950, Score(sample, Big5)),
    ];

    // A reader tells the length of the character at the start (0: invalid) and what it is worth.
    private delegate (int Length, double Worth) Reader(ReadOnlySpan<byte> text);

    private static double Score(ReadOnlySpan<byte> sample, Reader read)
    {
        // The sample begins one byte before the first high byte and may end inside a character.
        var (score, characters, bad) = (0.0, 0, 0);
        for (var at = sample.Length > 0 && sample[0] < 0x80 ? 1 : 0; at < sample.Length - 3;)
        {
            if (sample[at] < 0x80)
            {
                at++;
                continue;
            }

            var (length, worth) = read(sample[at..]);
            characters++;
            bad += length == 0 ? 1 : 0;
            score += length == 0 ? -3 : worth;
            at += Math.Max(1, length);
        }

        return characters < 2 || bad * 20 > characters ? Worst : score / characters;
    }

    private static (int Length, double Worth) Gb18030(ReadOnlySpan<byte> text) => text switch
    {
        [>= 0xB0 and <= 0xD7, >= 0xA1 and <= 0xFE, ..] => (2, 1),
        [>= 0xA1 and <= 0xA3, >= 0xA1 and <= 0xFE, ..] => (2, 0.7),
        [>= 0xD8 and <= 0xF7, >= 0xA1 and <= 0xFE, ..] => (2, 0.6),
        [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => (4, 0.3),
        [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE), ..] => (2, -0.2),
        _ => (0, 0),
    };

    private static (int Length, double Worth) ShiftJis(ReadOnlySpan<byte> text) => text switch
    {
        [0x82, >= 0x9F and <= 0xF1, ..] => (2, 1.5),
        [0x83, >= 0x40 and <= 0x96, ..] => (2, 1.3),
        [0x81, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xAC), ..] => (2, 0.7),
        [>= 0x88 and <= 0x97, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC), ..] => (2, 1),
        [(>= 0x82 and <= 0x9F) or (>= 0xE0 and <= 0xFC), (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC), ..] => (2, 0.1),
        [>= 0xA1 and <= 0xDF, ..] => (1, -0.3),
        _ => (0, 0),
    };

    private static (int Length, double Worth) EucJapanese(ReadOnlySpan<byte> text) => text switch
    {
        [0xA4, >= 0xA1 and <= 0xF3, ..] => (2, 1.5),
        [0xA5, >= 0xA1 and <= 0xF6, ..] => (2, 1.3),
        [0xA1, >= 0xA1 and <= 0xFE, ..] => (2, 0.7),
        [>= 0xB0 and <= 0xCF, >= 0xA1 and <= 0xFE, ..] => (2, 0.8),
        [>= 0xA2 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => (2, 0.1),
        [0x8E, >= 0xA1 and <= 0xDF, ..] => (2, 0),
        [0x8F, >= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => (3, 0),
        _ => (0, 0),
    };

    // Hangul stands in B0 to C8; other encodings spread over all.
    private static (int Length, double Worth) EucKorean(ReadOnlySpan<byte> text) => text switch
    {
        [>= 0xB0 and <= 0xC8, >= 0xA1 and <= 0xFE, ..] => (2, 1.1),
        [>= 0xA1 and <= 0xA3, >= 0xA1 and <= 0xFE, ..] => (2, 0.5),
        [>= 0xC9 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => (2, -0.5),
        [>= 0x81 and <= 0xC6, (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or (>= 0x81 and <= 0xFE), ..] => (2, -0.2),
        _ => (0, 0),
    };

    private static (int Length, double Worth) Big5(ReadOnlySpan<byte> text) => text switch
    {
        [>= 0xA4 and <= 0xC6, >= 0x40 and <= 0x7E, ..] => (2, 1.4),
        [>= 0xA4 and <= 0xC6, >= 0xA1 and <= 0xFE, ..] => (2, 0.8),
        [>= 0xA1 and <= 0xA3, (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE), ..] => (2, 0.6),
        [>= 0xC9 and <= 0xF9, (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE), ..] => (2, 0),
        _ => (0, 0),
    };
}

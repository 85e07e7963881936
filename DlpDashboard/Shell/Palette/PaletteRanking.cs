using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Shell.Palette;

/// <summary>
/// Orders palette lines by how well they fit what was written: letters in order, the more together and the more at beginnings of words the better.
/// Every word of the query must be found in the title or the keywords.
/// </summary>
internal static class PaletteRanking
{
    private const int Most = 12;
    private const int NoFit = int.MinValue;

    /// <summary>The best lines, at most twelve; all in their own order where nothing was written.</summary>
    public static IReadOnlyList<PaletteEntry> Best(IEnumerable<PaletteEntry> lines, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines
            .Select(line => (line, score: Score(line, words)))
            .Where(pair => pair.score > NoFit)
            .OrderByDescending(pair => pair.score)
            .Select(pair => pair.line)
            .Take(Most)];
    }

    private static int Score(PaletteEntry line, string[] words)
    {
        var total = 0;
        foreach (var word in words)
        {
            var best = Math.Max(Fit(line.Title, word), Math.Max(Lower(Fit(line.Keywords, word)), Lower(Fit(line.Sub ?? "", word))));
            if (best == NoFit)
            {
                return NoFit;
            }

            total += best;
        }

        return total;
    }

    private static int Lower(int score) => score == NoFit ? NoFit : score - 20;

    private static int Fit(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            return 100 + (at == 0 ? 40 : BeginsWord(text, at) ? 25 : 0) - Math.Min(20, text.Length - word.Length);
        }

        var (score, from) = (0, 0);
        foreach (var letter in word)
        {
            var next = text.IndexOf(letter.ToString(), from, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                return NoFit;
            }

            score += BeginsWord(text, next) ? 8 : next == from ? 4 : -2;
            from = next + 1;
        }

        // Scattered letters are noise unless most of them begin words: "sns" finds "Start new scan".
        return score >= word.Length * 2 ? score : NoFit;
    }

    private static bool BeginsWord(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);
}

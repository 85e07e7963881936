using System.Globalization;
using System.Text;

namespace DlpDashboard.Detection.Custom;

/// <summary>Which custom detectors are well formed. Says everything that is wrong at once, each with its field.</summary>
public static class CustomRuleCheck
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Most terms of one list.</summary>
    public const int MostTerms = 100_000;

    /// <summary>Most characters of all terms together.</summary>
    public const int MostTermCharacters = 4_000_000;

    /// <summary>Most words that are required, and most that are excluded.</summary>
    public const int MostNearbyWords = 50;

    /// <summary>Longest of these words.</summary>
    public const int LongestNearbyWord = 60;

    /// <summary>Greatest minimum count.</summary>
    public const int MostMinimumCount = 1_000_000;

    private const int NamedLines = 3;

    /// <summary>The categories there are.</summary>
    public static IReadOnlyList<string> Categories { get; } =
        [.. DetectorCatalogue.All.Select(detector => detector.Category).Append("business").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Every rule that it breaks.</summary>
    public static IReadOnlyList<CustomRuleFault> FaultsOf(CustomRule rule)
    {
        CustomRuleFault?[] all =
        [
            rule.Name.Trim().Length is 0 or > LongestName ? new("name", $"Give it a name of 1 to {LongestName} characters.") : null,
            rule.Kind == CustomKind.Pattern ? OfPattern(rule) : OfTerms(rule),
            OfWords(rule.RequiredWords, "requiredWords"),
            OfWords(rule.ExcludedWords, "excludedWords"),
            rule.Distance is < 1 or > NearbyText.LongestDistance ? new("distance", $"The distance lies between 1 and {NearbyText.LongestDistance} characters.") : null,
            rule.MinimumCount is < 1 or > MostMinimumCount ? new("minimumCount", $"The least number of values lies between 1 and {MostMinimumCount:N0}.") : null,
            rule.Kind == CustomKind.Words && rule.Checksum != ChosenChecksum.None ? new("checksum", "Words have no check digit. Choose none.") : null,
            Categories.Contains(rule.Category, StringComparer.Ordinal) ? null : new("category", $"The categories are {string.Join(", ", Categories)}. Choose one of them."),
            Enum.IsDefined(rule.Likelihood) && Enum.IsDefined(rule.Severity) && Enum.IsDefined(rule.Shown) && Enum.IsDefined(rule.Checksum) ? null : new("likelihood", "Choose likelihood, severity, check digit and what is shown from their lists."),
        ];
        return [.. all.OfType<CustomRuleFault>()];
    }

    private static CustomRuleFault? OfPattern(CustomRule rule) =>
        PatternCheck.FaultOf(rule.Pattern, rule.IsCaseSensitive) is { } fault
            ? new CustomRuleFault("pattern", fault.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"At character {at}: {fault.Sentence}") : fault.Sentence)
            : null;

    private static CustomRuleFault? OfTerms(CustomRule rule)
    {
        if (rule.Terms.Count is 0 or > MostTerms || rule.Terms.Sum(term => (long)term.Length) > MostTermCharacters)
        {
            return new CustomRuleFault("terms", $"Write 1 to {MostTerms:N0} words or phrases, one a line, together at most {MostTermCharacters:N0} characters. There are {rule.Terms.Count:N0} now.");
        }

        var wrong = rule.Terms.Select((term, line) => (Line: line + 1, Why: WhyNot(term, rule.IsWholeWords))).Where(term => term.Why is not null).Take(NamedLines + 1).ToList();
        return wrong.Count == 0
            ? null
            : new CustomRuleFault("terms", string.Join(' ', wrong.Take(NamedLines).Select(term => $"Line {term.Line:N0} {term.Why}.")) + (wrong.Count > NamedLines ? " There are more like these." : ""));
    }

    private static string? WhyNot(string term, bool isWholeWords)
    {
        var folded = FoldedText.Of(term);
        return folded.Length is < 2 or > TermTable.LongestTerm ? $"must have 2 to {TermTable.LongestTerm} bytes of UTF-8"
            : !isWholeWords && folded.Length < 3 ? "must have at least 3 bytes of UTF-8, as it may stand inside words"
            : isWholeWords && !WordBits.IsWord(folded[0]) ? "must begin with a letter or digit, as only whole words count"
            : null;
    }

    private static CustomRuleFault? OfWords(IReadOnlyList<string> words, string field) =>
        words.Count > MostNearbyWords ? new CustomRuleFault(field, $"At most {MostNearbyWords} words fit here. Leave some out.")
        : words.FirstOrDefault(word => word.Trim().Length is 0 or > LongestNearbyWord || Encoding.UTF8.GetByteCount(word) > LongestNearbyWord * 4) is not null
            ? new CustomRuleFault(field, $"Each word has 1 to {LongestNearbyWord} characters. Shorten the longer ones.")
            : null;
}

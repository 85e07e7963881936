namespace DlpDashboard.Detection.Custom;

/// <summary>A custom detector, prepared. Immutable.</summary>
internal sealed class CompiledRule
{
    private readonly string[] _reasons;
    private readonly string[][] _near;
    private readonly string[][] _keyed;

    public CompiledRule(CustomRule rule, int place)
    {
        (Rule, Place) = (rule, place);
        Detector = DetectorOf(rule, DetectorCatalogue.All.Count + place);
        Pattern = rule.Kind == CustomKind.Pattern ? new PatternMatcher(rule.Pattern, rule.IsCaseSensitive) : null;
        Terms = rule.Kind == CustomKind.Words ? new TermTable(rule.Terms, rule.IsCaseSensitive, rule.IsWholeWords) : null;
        Required = new NearbyWords(rule.RequiredWords);
        Excluded = new NearbyWords(rule.ExcludedWords);
        _reasons = [rule.Kind == CustomKind.Pattern ? "pattern" : "words", .. rule.Checksum == ChosenChecksum.None ? Array.Empty<string>() : ["checksum"]];
        _near = [.. rule.RequiredWords.Select(word => (string[])[.. _reasons, "context:" + Named(word)])];
        _keyed = [.. rule.RequiredWords.Select(word => (string[])[.. _reasons, "key:" + Named(word)])];
    }

    /// <summary>As it was written.</summary>
    public CustomRule Rule { get; }

    /// <summary>Its place among the organisation's rules.</summary>
    public int Place { get; }

    /// <summary>As findings know it.</summary>
    public Detector Detector { get; }

    /// <summary>Its expression, where it is one.</summary>
    public PatternMatcher? Pattern { get; }

    /// <summary>Its terms, where it has some.</summary>
    public TermTable? Terms { get; }

    /// <summary>Of these one must be near.</summary>
    public NearbyWords Required { get; }

    /// <summary>Of these none may be.</summary>
    public NearbyWords Excluded { get; }

    /// <summary>The middle of the likelihood's range.</summary>
    public double Score => ((int)Rule.Likelihood * 0.2) + 0.1;

    /// <summary>Why a value counts: the rule's own words, never the text's.</summary>
    /// <param name="word">The required word that was met; -1 without one.</param>
    /// <param name="isKey">Whether it was met in the name of the field.</param>
    public string[] Reasons(int word, bool isKey) => word < 0 ? _reasons : isKey ? _keyed[word] : _near[word];

    private static string Named(string word) => word.Trim().ToLowerInvariant().Replace(' ', '_');

    private static Detector DetectorOf(CustomRule rule, int index) => new()
    {
        Index = index,
        Id = rule.Id,
        Name = rule.Name,
        Category = rule.Category,
        Region = "world",
        Validation = rule.Kind == CustomKind.Pattern ? "your organisation's expression" : "your organisation's list of words",
        LikelihoodWithoutContext = rule.RequiredWords.Count > 0 ? Likelihood.VeryUnlikely : rule.Likelihood,
        DefaultSeverity = rule.Severity,
        ContextWords = rule.RequiredWords,
        TrueSamples = [],
        FalseSamples = [],
        MinimumCount = rule.MinimumCount,
        Mask = rule.Shown switch { ShownPart.LastTwo => MaskStyle.LastTwo, ShownPart.FirstAndLastFour => MaskStyle.FirstAndLastFour, _ => MaskStyle.Nothing },
    };
}

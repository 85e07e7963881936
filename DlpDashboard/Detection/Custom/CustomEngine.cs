namespace DlpDashboard.Detection.Custom;

/// <summary>An organisation's custom detectors, prepared. Immutable and safe to share; each thread looks with its own <see cref="CustomScanner"/>.</summary>
public sealed class CustomEngine
{
    private CustomEngine(CompiledRule[] rules)
    {
        Rules = rules;
        Words = [.. rules.Where(rule => rule.Terms is not null && rule.Rule.IsWholeWords)];
        Anywhere = [.. rules.Where(rule => rule.Terms is not null && !rule.Rule.IsWholeWords)];
        WordFilter = Words.Length == 0 ? null : new TermPrefilter([.. Words.SelectMany(rule => rule.Rule.Terms)], wholeWords: true);
        AnywhereFilter = Anywhere.Length == 0 ? null : new TermPrefilter([.. Anywhere.SelectMany(rule => rule.Rule.Terms)], wholeWords: false);
    }

    /// <summary>The detectors, in the order of their indexes, which begin behind the built-in ones.</summary>
    public IReadOnlyList<Detector> Detectors => [.. Rules.Select(rule => rule.Detector)];

    internal CompiledRule[] Rules { get; }

    internal CompiledRule[] Words { get; }

    internal CompiledRule[] Anywhere { get; }

    internal TermPrefilter? WordFilter { get; }

    internal TermPrefilter? AnywhereFilter { get; }

    internal bool HasPatterns => Array.Exists(Rules, rule => rule.Pattern is not null);

    /// <summary>Prepares rules that <see cref="CustomRuleCheck"/> found well.</summary>
    /// <exception cref="ArgumentException">An expression is malformed.</exception>
    public static CustomEngine Create(IReadOnlyList<CustomRule> rules) =>
        new([.. rules.Select((rule, place) => new CompiledRule(rule, place))]);

    /// <summary>A scanner for one thread.</summary>
    public CustomScanner CreateScanner(IDetectionSink sink) => new(this, sink);
}

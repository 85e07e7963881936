using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Custom;

/// <summary>A custom detector as REST takes and tells it, and as it is exported.</summary>
internal record CustomDetectorBody
{
    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>By an expression, or by words.</summary>
    public required CustomKind Kind { get; init; }

    /// <summary>The regular expression.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The words and phrases.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whether upper and lower case differ.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Whether words count only as whole words.</summary>
    public bool IsWholeWords { get; init; } = true;

    /// <summary>One of these must stand near.</summary>
    public IReadOnlyList<string> RequiredWords { get; init; } = [];

    /// <summary>None of these may.</summary>
    public IReadOnlyList<string> ExcludedWords { get; init; } = [];

    /// <summary>How near, in characters.</summary>
    public int Distance { get; init; } = 100;

    /// <summary>In an object with fewer values nothing is reported.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>The check digit.</summary>
    public ChosenChecksum Checksum { get; init; }

    /// <summary>How sure a value is.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Likely;

    /// <summary>How bad an exposed value is.</summary>
    public Severity Severity { get; init; } = Severity.Medium;

    /// <summary>The category.</summary>
    public string Category { get; init; } = "business";

    /// <summary>What people may see of values.</summary>
    public ShownPart Shown { get; init; }

    /// <summary>Whether it looks.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>As the service takes it; not yet checked.</summary>
    public CustomRule ToRule(string id = CustomRule.IdPrefix + "new") => new()
    {
        Id = id,
        Name = Kernel.StorableText.Of(Name.Trim(), CustomRuleCheck.LongestName + 1),
        Kind = Kind,
        Pattern = Kind == CustomKind.Pattern ? Pattern : "",
        Terms = Kind == CustomKind.Words ? CustomDefinition.TermsOf(string.Join('\n', Terms.Select(term => term ?? ""))) : [],
        IsCaseSensitive = IsCaseSensitive,
        IsWholeWords = IsWholeWords,
        RequiredWords = Words(RequiredWords),
        ExcludedWords = Words(ExcludedWords),
        Distance = Distance,
        MinimumCount = MinimumCount,
        Checksum = Checksum,
        Likelihood = Likelihood,
        Severity = Severity,
        Category = Category,
        Shown = Shown,
    };

    /// <summary>As it is told.</summary>
    public static CustomDetectorBody Of(CustomDetectorDetails details) => new()
    {
        Name = details.Rule.Name,
        Kind = details.Rule.Kind,
        Pattern = details.Rule.Pattern,
        Terms = details.Rule.Terms,
        IsCaseSensitive = details.Rule.IsCaseSensitive,
        IsWholeWords = details.Rule.IsWholeWords,
        RequiredWords = details.Rule.RequiredWords,
        ExcludedWords = details.Rule.ExcludedWords,
        Distance = details.Rule.Distance,
        MinimumCount = details.Rule.MinimumCount,
        Checksum = details.Rule.Checksum,
        Likelihood = details.Rule.Likelihood,
        Severity = details.Rule.Severity,
        Category = details.Rule.Category,
        Shown = details.Rule.Shown,
        IsOn = details.IsOn,
    };

    // JSON may put null into a list of texts.
    private static List<string> Words(IReadOnlyList<string> words) =>
        [.. words.Select(word => (word ?? "").Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}

using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Kernel;

namespace DlpDashboard.Detectors.Pages;

/// <summary>A custom detector as a person writes it: numbers are texts until they are read.</summary>
public sealed class CustomForm
{
    /// <summary>Longer lists are not written in a box but come from a file.</summary>
    public const int LongestWritten = 20_000;

    /// <summary>Its id; that of a new one is made when it is added.</summary>
    public string Id { get; init; } = CustomRule.IdPrefix + "new";

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>By an expression or by words.</summary>
    public CustomKind Kind { get; set; }

    /// <summary>The expression.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>The words as far as they are known here: a box is read when it is needed.</summary>
    public IReadOnlyList<string> Terms { get; set; } = [];

    /// <summary>Whether upper and lower case differ.</summary>
    public bool IsCaseSensitive { get; set; }

    /// <summary>Whether only whole words count.</summary>
    public bool IsWholeWords { get; set; } = true;

    /// <summary>Words of which one must stand near, one a line.</summary>
    public string Required { get; set; } = "";

    /// <summary>Words of which none may, one a line.</summary>
    public string Excluded { get; set; } = "";

    /// <summary>How near, in characters.</summary>
    public string Distance { get; set; } = "100";

    /// <summary>The least number of values in an object.</summary>
    public string MinimumCount { get; set; } = "1";

    /// <summary>The check digit.</summary>
    public ChosenChecksum Checksum { get; set; }

    /// <summary>How sure a value is.</summary>
    public Likelihood Likelihood { get; set; } = Likelihood.Likely;

    /// <summary>How bad an exposed value is.</summary>
    public Severity Severity { get; set; } = Severity.Medium;

    /// <summary>The category.</summary>
    public string Category { get; set; } = "business";

    /// <summary>What people may see of values.</summary>
    public ShownPart Shown { get; set; }

    /// <summary>Whether it looks.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Whether the list is too long for a box.</summary>
    public bool IsLong => Terms.Sum(term => (long)term.Length + 1) > LongestWritten;

    /// <summary>The form of a detector that is there.</summary>
    public static CustomForm Of(CustomDetectorDetails details) => Of(details.Rule, details.IsOn);

    /// <summary>The same for a rule.</summary>
    public static CustomForm Of(CustomRule rule, bool isOn) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Kind = rule.Kind,
        Pattern = rule.Pattern,
        Terms = rule.Terms,
        IsCaseSensitive = rule.IsCaseSensitive,
        IsWholeWords = rule.IsWholeWords,
        Required = string.Join('\n', rule.RequiredWords),
        Excluded = string.Join('\n', rule.ExcludedWords),
        Distance = rule.Distance.ToString(CultureInfo.InvariantCulture),
        MinimumCount = rule.MinimumCount.ToString(CultureInfo.InvariantCulture),
        Checksum = rule.Checksum,
        Likelihood = rule.Likelihood,
        Severity = rule.Severity,
        Category = rule.Category,
        Shown = rule.Shown,
        IsOn = isOn,
    };

    /// <summary>The rule as it is written; what is no number breaks the rule of its field.</summary>
    public CustomRule Read() => new()
    {
        Id = Id,
        Name = StorableText.Of(Name.Trim(), CustomRuleCheck.LongestName + 1),
        Kind = Kind,
        Pattern = Kind == CustomKind.Pattern ? Pattern : "",
        Terms = Kind == CustomKind.Words ? Terms : [],
        IsCaseSensitive = IsCaseSensitive,
        IsWholeWords = IsWholeWords,
        RequiredWords = CustomDefinition.TermsOf(Required),
        ExcludedWords = CustomDefinition.TermsOf(Excluded),
        Distance = Number(Distance),
        MinimumCount = Number(MinimumCount),
        Checksum = Kind == CustomKind.Pattern ? Checksum : ChosenChecksum.None,
        Likelihood = Likelihood,
        Severity = Severity,
        Category = Category,
        Shown = Shown,
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

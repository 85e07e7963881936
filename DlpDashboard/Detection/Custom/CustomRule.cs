using System.Buffers;

namespace DlpDashboard.Detection.Custom;

/// <summary>A custom detector as its organisation wrote it. <see cref="CustomRuleCheck"/> says which are well formed; only those may be looked with.</summary>
public sealed record CustomRule
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Every id of a custom detector begins so, and no built-in one does.</summary>
    public const string IdPrefix = "custom-";

    /// <summary>Its id in findings: <see cref="IdPrefix"/> and lower-case words joined by dashes.</summary>
    public required string Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>How it finds its values.</summary>
    public required CustomKind Kind { get; init; }

    /// <summary>The regular expression; empty for words. <c>^</c> and <c>$</c> stand for line borders.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The words and phrases; empty for a pattern. A space in a phrase stands for any run of white space.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whether upper and lower case differ.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Whether words count only where no letter or digit stands next to them.</summary>
    public bool IsWholeWords { get; init; } = true;

    /// <summary>One of these must stand near a value, or in its key; none means that nothing must.</summary>
    public IReadOnlyList<string> RequiredWords { get; init; } = [];

    /// <summary>None of these may.</summary>
    public IReadOnlyList<string> ExcludedWords { get; init; } = [];

    /// <summary>How near, in characters before and after the value.</summary>
    public int Distance { get; init; } = 100;

    /// <summary>In an object with fewer values nothing is reported.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>The check digit that values must carry.</summary>
    public ChosenChecksum Checksum { get; init; }

    /// <summary>How sure a value is.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Likely;

    /// <summary>How bad an exposed value is.</summary>
    public Severity Severity { get; init; } = Severity.Medium;

    /// <summary>Its category: one of the catalogue's, or <c>business</c>.</summary>
    public string Category { get; init; } = "business";

    /// <summary>What people may see of its values.</summary>
    public ShownPart Shown { get; init; }

    /// <summary>Whether an id has the form of a custom detector's.</summary>
    public static bool IsId(string id) =>
        id.Length > IdPrefix.Length && id.Length <= 60 && id.StartsWith(IdPrefix, StringComparison.Ordinal)
        && id.AsSpan(IdPrefix.Length).IndexOfAnyExcept(IdCharacters) < 0 && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal);
}

namespace DlpDashboard.Posture.Access;

/// <summary>Actions or resources of a statement, or all others: <c>*</c> stands for any run of characters, <c>?</c> for one.</summary>
/// <param name="IsOthers">Whether all but these are meant: <c>NotAction</c>, <c>NotResource</c>.</param>
/// <param name="Patterns">The patterns.</param>
/// <param name="IgnoresCase">Whether upper and lower case are the same, as in actions.</param>
internal sealed record PatternList(bool IsOthers, IReadOnlyList<string> Patterns, bool IgnoresCase)
{
    /// <summary>Whether a name is meant.</summary>
    public bool Takes(string name) => IsOthers != Patterns.Any(pattern => Wildcard.Matches(pattern, name, IgnoresCase));
}

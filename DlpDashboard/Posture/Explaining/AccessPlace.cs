using System.Globalization;
using System.Text.RegularExpressions;

namespace DlpDashboard.Posture.Explaining;

/// <summary>Where in a bucket's documents a reason points.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Path">Names and places in it parted by dots, such as <c>Statement.0</c>; empty for all of it.</param>
public sealed partial record AccessPlace(string Document, string Path)
{
    /// <summary>The place of what a verdict's reason names; null where no document shows it.</summary>
    public static AccessPlace? Of(string provider, string statement) => (provider, statement) switch
    {
        ("aws", "acl") => new AccessPlace("acl", "AccessControlList"),
        ("aws", "publicAccessBlock" or "ownership" or "policy") => new AccessPlace(statement, ""),
        ("aws", _) when IsNumber(statement) => new AccessPlace("policy", $"Statement.{statement}"),
        ("gcp", "acl" or "defaultObjectAcl") => new AccessPlace("bucket", statement),
        ("gcp", "publicAccessPrevention") => new AccessPlace("bucket", "iamConfiguration"),
        ("gcp", _) when IsNumber(statement) => new AccessPlace("iamPolicy", $"bindings.{statement}"),
        ("azure", "account") => new AccessPlace("account", "properties"),
        ("azure", _) => new AccessPlace("container", "blob-public-access"),
        _ => null,
    };

    /// <summary>The first statement or binding that a check's sentence names.</summary>
    public static AccessPlace? InSentence(string provider, string sentence) => Named().Match(sentence) is { Success: true } match ? Of(provider, match.Groups["at"].Value) : null;

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"\b([Ss]tatement|[Bb]inding) (?<at>[0-9]{1,5})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}

namespace DlpDashboard.Posture.Access;

/// <summary>Amazon resource names: <c>arn:partition:service:region:account:resource</c>.</summary>
internal static class AwsNames
{
    private const int Parts = 6;
    private const int AccountPart = 4;
    private const int AccountLength = 12;

    /// <summary>The account in an ARN, or the text itself where it is an account; null where there is none.</summary>
    public static string? AccountOf(string value)
    {
        var account = value.StartsWith("arn:", StringComparison.Ordinal) ? Split(value) is { } parts ? parts[AccountPart] : "" : value;
        return IsAccount(account) ? account : null;
    }

    /// <summary>Whether a text is an account: twelve digits.</summary>
    public static bool IsAccount(string text) => text.Length == AccountLength && text.All(char.IsAsciiDigit);

    /// <summary>The six parts, or null.</summary>
    public static string[]? Split(string arn) => arn.Split(':', Parts) is { Length: Parts } parts ? parts : null;

    /// <summary>Whether an ARN is what a pattern says; each part is compared alone, so that a star does not reach over a colon but in the last.</summary>
    public static bool Matches(string pattern, string arn) =>
        Split(pattern) is { } wanted && Split(arn) is { } parts && wanted.Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second));
}

namespace DlpDashboard.Posture.Compliance;

/// <summary>A control as checks name it, taken apart into its framework and its number.</summary>
/// <param name="Framework">The framework with its version: <c>CIS AWS 5.0</c>.</param>
/// <param name="Number">The control's number in it: <c>2.1.4</c>.</param>
public sealed record FrameworkControl(string Framework, string Number)
{
    /// <summary>The framework's id in addresses: <c>cis-aws-5.0</c>.</summary>
    public string Id { get; } = string.Concat(Framework.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'));

    /// <summary>Reads <c>CIS AWS 5.0: 2.1.4</c>, <c>FSBP S3.5</c> or <c>CKV_AWS_379</c>.</summary>
    public static FrameworkControl Of(string control)
    {
        if (control.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            return new FrameworkControl(control[..colon], control[(colon + 2)..]);
        }

        return control.StartsWith("FSBP ", StringComparison.Ordinal) ? new FrameworkControl("AWS FSBP", control[5..])
            : control.StartsWith("CKV", StringComparison.Ordinal) ? new FrameworkControl("Checkov", control)
            : control.Split(' ', 2) is [var name, var number] ? new FrameworkControl(name, number)
            : new FrameworkControl("Other", control);
    }

    /// <summary>A text by which numbers sort as people count: 2.9 before 2.10.</summary>
    public string SortKey => string.Join('.', Number.Split('.', '-', '_').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? part.PadLeft(6, '0') : part));
}

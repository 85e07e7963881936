using System.Diagnostics.CodeAnalysis;

namespace DlpDashboard.Web;

/// <summary>
/// An enum's value in a query string, by its name in any case: <c>veryLikely</c> as JSON writes it. The framework's own reading takes only the code's spelling.
/// </summary>
/// <param name="Value">The value.</param>
/// <typeparam name="T">The enum.</typeparam>
public readonly record struct QueryEnum<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Reads a name; numbers and anything unknown are refused.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Route handlers look for TryParse on the type itself.")]
    public static bool TryParse(string? text, out QueryEnum<T> value)
    {
        var isName = text is { Length: > 0 } && char.IsAsciiLetter(text[0]);
        if (isName && Enum.TryParse<T>(text, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed))
        {
            value = new QueryEnum<T>(parsed);
            return true;
        }

        value = default;
        return false;
    }
}

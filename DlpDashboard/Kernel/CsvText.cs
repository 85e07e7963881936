using System.Buffers;

namespace DlpDashboard.Kernel;

/// <summary>
/// CSV as RFC 4180 wants it, safe to open in a spreadsheet: a cell that a spreadsheet would take for a formula
/// (it begins with <c>= + - @</c>, a tab or a carriage return) is preceded by an apostrophe; numbers stay numbers.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n;");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    /// <summary>One cell's text, quoted where it must be.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var safe = IsFormula(value) ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(NeedQuotes) || safe[0] == ' ' || safe[^1] == ' '
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>One row without its line end.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    private static bool IsFormula(string value) => value[0] switch
    {
        '=' or '@' or '\t' or '\r' => true,
        '+' or '-' => !IsNumber(value.AsSpan(1)),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        !text.IsEmpty && char.IsAsciiDigit(text[0]) && !text.ContainsAnyExcept(NumberSigns);
}

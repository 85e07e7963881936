using System.Text;

namespace DlpDashboard.UI;

/// <summary>Names of the code as words of people.</summary>
public static class Words
{
    /// <summary><c>VeryLikely</c> → "Very likely"; <c>FalsePositive</c> → "False positive".</summary>
    public static string Of(Enum value) => OfName(value.ToString());

    /// <summary>The same for a name; camelCase too (<c>veryLikely</c>).</summary>
    public static string OfName(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (words.Length > 0 && char.IsUpper(letter))
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : letter);
            }
        }

        return words.ToString();
    }

    /// <summary>"1 scan", "3 scans"; a plural that is not the word with an s is given.</summary>
    public static string Counted(long count, string one, string? many = null) =>
        $"{Figures.Grouped(count)} {(count == 1 ? one : many ?? one + "s")}";
}

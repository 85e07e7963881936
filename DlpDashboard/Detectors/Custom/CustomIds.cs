using System.Globalization;
using System.Text;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Custom;

/// <summary>Ids of custom detectors, made from their names.</summary>
internal static class CustomIds
{
    private const int Longest = 40;

    /// <summary>"Employee number" → <c>custom-employee-number</c>; a number behind it where that is taken. The new id is added to <paramref name="taken"/>.</summary>
    public static string New(string name, HashSet<string> taken)
    {
        var words = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                words.Append(letter);
            }
            else if (words.Length > 0 && words[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                words.Append('-');
            }
        }

        var slug = words.ToString(0, Math.Min(Longest, words.Length)).Trim('-');
        var first = CustomRule.IdPrefix + (slug.Length == 0 ? "detector" : slug);
        var id = first;
        for (var number = 2; !taken.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
        }

        return id;
    }
}

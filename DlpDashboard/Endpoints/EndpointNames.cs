using System.Globalization;
using System.Text;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints;

/// <summary>The rules of an endpoint's name.</summary>
internal static class EndpointNames
{
    /// <summary>Trims and composes (Unicode NFC, UAX 15); refuses what is empty, long, broken, or hides and reorders text (UTS 55).</summary>
    public static Outcome<string> Check(string? given)
    {
        var name = given?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            return EndpointProblems.NameMissing;
        }

        if (name.Length > StorageEndpoint.MaxName)
        {
            return EndpointProblems.NameTooLong;
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsUsable(rune))
            {
                return EndpointProblems.NameUnusable;
            }
        }

        var composed = name.Normalize(NormalizationForm.FormC);
        return composed.Length > StorageEndpoint.MaxName ? EndpointProblems.NameTooLong : composed;
    }

    // Lone surrogates are enumerated as U+FFFD. Format characters are marks of direction and other invisible ones; the joiners
    // U+200C and U+200D are needed by several scripts.
    private static bool IsUsable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => rune != Rune.ReplacementChar,
    };
}

using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>Text of glyphs as people type it, so that values are found in it: ligatures as letters, all spaces and hyphens alike.</summary>
internal static class GlyphText
{
    /// <summary>Text that was drawn, as it would be typed.</summary>
    public static string Normalize(string text)
    {
        foreach (var c in text)
        {
            if (c is '\u00A0' or '\u00AD' or (>= '\u2000' and <= '\u2011') or '\u202F' or (>= '\uFB00' and <= '\uFB06') or < ' ')
            {
                return Replace(text);
            }
        }

        return text;
    }

    private static string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u00A0' or '\u202F' or (>= '\u2000' and <= '\u200A'):
                    result.Append(' ');
                    break;
                case '\u00AD' or '\u2010' or '\u2011':
                    result.Append('-');
                    break;
                case >= '\uFB00' and <= '\uFB06':
                    result.Append(c.ToString().Normalize(NormalizationForm.FormKC));
                    break;
                case < ' ' or (>= '\u200B' and <= '\u200F'):
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }
}

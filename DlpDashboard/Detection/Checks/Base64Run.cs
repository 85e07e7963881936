using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Measures runs of base 64.</summary>
internal static class Base64Run
{
    /// <summary>One past the last character of a run from <paramref name="start"/> on, at most <paramref name="most"/> long.</summary>
    public static int End(ReadOnlySpan<byte> text, int start, int most)
    {
        var limit = Math.Min(text.Length, start + most);
        var at = start;
        while (at < limit && Ascii.IsBase64(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The same for the alphabet of URLs.</summary>
    public static int UrlEnd(ReadOnlySpan<byte> text, int start, int most)
    {
        var limit = Math.Min(text.Length, start + most);
        var at = start;
        while (at < limit && Ascii.IsBase64Url(text[at]))
        {
            at++;
        }

        return at;
    }
}

using System.Text;

namespace DlpDashboard.Extraction.Formats;

/// <summary>Encodings by the numbers and names that files give them; never one that throws on wrong bytes.</summary>
internal static class CodePage
{
    private const int Western = 1252;
    private const int Utf8 = 65001;
    private const int Utf7 = 65000;

    /// <summary>The encoding of a code page; the Western one where it is unknown.</summary>
    public static Encoding Of(int number) => Find(number is Utf7 or 0 ? Western : number) ?? Find(Western)!;

    /// <summary>The encoding of a name in a message or document; null where it is unknown.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return name.Trim().ToUpperInvariant() switch
            {
                "UTF-8" or "UTF8" or "US-ASCII" or "ASCII" or "UTF-7" or "UNICODE-1-1-UTF-7" => Encoding.UTF8,
                "ISO-8859-1" or "LATIN1" or "WINDOWS-1252" or "CP1252" => Find(Western),
                "CP932" or "MS932" or "WINDOWS-31J" => Find(932),
                "CP949" or "KSC5601" or "KS_C_5601" => Find(949),
                "CP936" or "MS936" => Find(936),
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Encoding.GetEncoding(other),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Find(int number)
    {
        try
        {
            return number == Utf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

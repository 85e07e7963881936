using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>
/// Whether a last label can be a top-level domain. New ones come every year, so none is listed: two letters or more, and none of the file endings
/// that follow an @ in names of files and packages. Punycode (<c>xn--</c>) may hold digits.
/// </summary>
internal static class TopLevelDomains
{
    private static readonly byte[][] FileEndings =
    [
        .. new[] { "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "mjs", "ts", "tsx", "jsx", "json", "html", "htm", "xml", "txt", "exe", "dll", "php", "java", "class", "yml", "yaml", "local", "service" }
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>Whether the label can stand last in a host name.</summary>
    public static bool Has(ReadOnlySpan<byte> label)
    {
        if (label.Length is < 2 or > 63)
        {
            return false;
        }

        if (Ascii.StartsWithAnyCase(label, "xn--"u8))
        {
            return label.Length > 5;
        }

        foreach (var value in label)
        {
            if (!Ascii.IsLetter(value))
            {
                return false;
            }
        }

        foreach (var ending in FileEndings)
        {
            if (label.Length == ending.Length && Ascii.StartsWithAnyCase(label, ending))
            {
                return false;
            }
        }

        return true;
    }
}

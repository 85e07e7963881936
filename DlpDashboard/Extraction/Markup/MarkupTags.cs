using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>What HTML's tags mean for text.</summary>
internal static class MarkupTags
{
    private static readonly HashSet<string> Inline = new(
        ("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Spaced = new("img input button select option output meter progress picture svg object embed".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Named = new("input meta param option textarea select button output data".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Silent = new(
        ("class style width height rel type lang dir align valign bgcolor color border cellpadding cellspacing colspan rowspan size face tabindex target charset media role method " +
        "http-equiv xmlns viewbox fill stroke d points scope span start sizes loading decoding crossorigin integrity").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Known = new(
        ("html head body title meta link style script base div p span table thead tbody tfoot tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 a b i u em strong img br hr form input select " +
        "textarea button label font center pre code blockquote section article header footer nav main aside iframe template").Split(' '), StringComparer.Ordinal);

    private static readonly byte[] ScriptEnd = "</script"u8.ToArray();
    private static readonly byte[] StyleEnd = "</style"u8.ToArray();

    /// <summary>Whether text goes on through the tag: a value may begin before it and end behind it.</summary>
    public static bool IsInline(string tag) => Inline.Contains(tag);

    /// <summary>Whether the tag stands in a line like a word.</summary>
    public static bool IsSpaced(string tag) => Spaced.Contains(tag);

    /// <summary>Whether the tag's other attributes say what its value is.</summary>
    public static bool IsNamed(string tag) => Named.Contains(tag);

    /// <summary>Whether the attribute is about looks or form only.</summary>
    public static bool IsSilent(string attribute) => Silent.Contains(attribute);

    /// <summary>Whether the tag is one of HTML's common ones.</summary>
    public static bool IsKnown(string tag) => Known.Contains(tag);

    /// <summary>What ends the content of a tag that holds no markup; empty for others.</summary>
    public static byte[] RawEndOf(ReadOnlySpan<byte> tag) =>
        Ascii.EqualsIgnoreCase(tag, "script"u8) ? ScriptEnd : Ascii.EqualsIgnoreCase(tag, "style"u8) ? StyleEnd : [];

    /// <summary>What that content is.</summary>
    public static MarkupAside AsideOf(byte[] rawEnd) => rawEnd == ScriptEnd ? MarkupAside.Script : MarkupAside.Style;
}

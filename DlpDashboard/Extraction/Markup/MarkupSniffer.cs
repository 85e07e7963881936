using System.Buffers;
using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Tells XML and HTML by how text begins.</summary>
internal static class MarkupSniffer
{
    private const int Window = 4 * 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);
    private static readonly SearchValues<byte> NoName = SearchValues.Create("@=()\"'<;,"u8);

    /// <summary><see cref="MarkupReader.Html"/>, <see cref="MarkupReader.Xml"/> or null.</summary>
    public static string? Detect(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Window)].TrimStart(" \t\r\n"u8);
        if (head.IsEmpty || head[0] != '<')
        {
            return null;
        }

        var isXml = head.StartsWith("<?xml"u8) && head.Length > 5 && head[5] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        head = SkipProlog(head);
        if (StartsWith(head, "<!doctype"u8))
        {
            var type = head[9..].TrimStart(" \t\r\n"u8);
            return StartsWith(type, "html"u8) ? MarkupReader.Html : isXml || type.IndexOfAny((byte)'>', (byte)'[') > 0 ? MarkupReader.Xml : null;
        }

        var name = NameOf(head);
        if (name.Length > 0 && (isXml ? name.Equals("html", StringComparison.OrdinalIgnoreCase) : MarkupTags.IsKnown(name.ToLowerInvariant())))
        {
            return MarkupReader.Html;
        }

        return isXml || IsElement(head, name.Length) ? MarkupReader.Xml : null;
    }

    // Comments and instructions may stand before what tells.
    private static ReadOnlySpan<byte> SkipProlog(ReadOnlySpan<byte> head)
    {
        for (var skipped = 0; skipped < 16; skipped++)
        {
            var end = head.StartsWith("<!--"u8) ? head.IndexOf("-->"u8) : head.StartsWith("<?xml"u8) ? head.IndexOf("?>"u8) : -1;
            if (end < 0)
            {
                break;
            }

            head = head[(head.StartsWith("<!--"u8) ? end + 3 : end + 2)..].TrimStart(" \t\r\n"u8);
        }

        return head;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && Ascii.EqualsIgnoreCase(text[..lower.Length], lower);

    private static string NameOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2 || head[0] != '<' || !(char.IsAsciiLetter((char)head[1]) || head[1] is (byte)'_' or >= 0x80))
        {
            return "";
        }

        var end = head[1..].IndexOfAny(NameEnds);
        var name = end <= 0 ? default : head.Slice(1, Math.Min(end, 64));
        return name.ContainsAny(NoName) ? "" : Encoding.UTF8.GetString(name);
    }

    // "<name>" or "<name a="1">": other text in angle brackets has no such form. The element must end somewhere, or go on past what is looked at.
    private static bool IsElement(ReadOnlySpan<byte> head, int nameLength)
    {
        if (nameLength == 0)
        {
            return false;
        }

        var end = head.IndexOf((byte)'>');
        var inside = end < 0 ? head[(nameLength + 1)..] : head[(nameLength + 1)..end];
        inside = inside.Trim(" \t\r\n/"u8);
        return (inside.IsEmpty || inside.Contains((byte)'=')) && (head.Length >= Window / 2 || head.IndexOf("</"u8) > 0 || head.IndexOf("/>"u8) > 0);
    }
}

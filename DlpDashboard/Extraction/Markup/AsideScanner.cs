using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Reads what stands beside the text of a document up to the mark that ends it.</summary>
internal sealed class AsideScanner(IMarkupSink sink, bool isHtml)
{
    private MarkupAside _kind;
    private byte[] _raw = [];
    private int _brackets;

    /// <summary>It begins.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="rawEnd">What ends it, where it is a script or a style sheet.</param>
    public void Begin(MarkupAside kind, byte[] rawEnd) => (_kind, _raw, _brackets) = (kind, rawEnd, 0);

    /// <summary>Reads on; at least one byte where it goes on.</summary>
    public int Read(ReadOnlySpan<byte> rest, long line, out bool isOver)
    {
        switch (_kind)
        {
            case MarkupAside.Script or MarkupAside.Style:
                return ReadRaw(rest, line, out isOver);
            case MarkupAside.Declaration:
                return ReadDeclaration(rest, line, out isOver);
            default:
                var mark = _kind == MarkupAside.Comment ? "-->"u8 : isHtml ? ">"u8 : "?>"u8;
                return ReadTo(rest, line, rest.IndexOf(mark), mark.Length, out isOver);
        }
    }

    private int ReadTo(ReadOnlySpan<byte> rest, long line, int end, int markLength, out bool isOver)
    {
        isOver = end >= 0;
        var piece = isOver ? rest[..end] : rest[..Math.Max(1, rest.Length - markLength + 1)];
        sink.Aside(_kind, piece, line);
        if (!isOver)
        {
            return piece.Length;
        }

        sink.AsideEnd();
        return end + markLength;
    }

    // A document type may have declarations of its own in brackets.
    private int ReadDeclaration(ReadOnlySpan<byte> rest, long line, out bool isOver)
    {
        var stop = rest.IndexOfAny((byte)'[', (byte)']', (byte)'>');
        if (stop >= 0 && rest[stop] == '>' && _brackets <= 0)
        {
            return ReadTo(rest, line, stop, 1, out isOver);
        }

        isOver = false;
        var piece = stop < 0 ? rest : rest[..(stop + 1)];
        _brackets += stop < 0 ? 0 : rest[stop] == '[' ? 1 : rest[stop] == ']' ? -1 : 0;
        sink.Aside(_kind, piece, line);
        return piece.Length;
    }

    // Scripts and styles end only at their own end tag, which is left to be read.
    private int ReadRaw(ReadOnlySpan<byte> rest, long line, out bool isOver)
    {
        var end = rest.IndexOf((byte)'<');
        isOver = end == 0 && rest.Length >= _raw.Length && Ascii.EqualsIgnoreCase(rest[.._raw.Length], _raw);
        if (isOver)
        {
            sink.AsideEnd();
            return 0;
        }

        var piece = end < 0 ? rest : rest[..Math.Max(1, end)];
        sink.Aside(_kind, piece, line);
        return piece.Length;
    }
}

namespace DlpDashboard.Extraction.Markup;

/// <summary>Takes the parts of XML or HTML in their order. Text and values come in pieces, cut anywhere, with entities resolved.</summary>
internal interface IMarkupSink
{
    /// <summary>Text between tags.</summary>
    void Text(ReadOnlySpan<byte> piece, long line);

    /// <summary>A tag begins; its attributes follow, then <see cref="Opened"/>.</summary>
    void Open(ReadOnlySpan<byte> name, long line);

    /// <summary>An attribute begins.</summary>
    void Attribute(ReadOnlySpan<byte> name, long line);

    /// <summary>A piece of the attribute's value.</summary>
    void Value(ReadOnlySpan<byte> piece);

    /// <summary>The tag is complete.</summary>
    /// <param name="isEmpty">Whether it ends in <c>/&gt;</c>.</param>
    void Opened(bool isEmpty);

    /// <summary>An end tag.</summary>
    void Close(ReadOnlySpan<byte> name, long line);

    /// <summary>A piece of what stands beside the text.</summary>
    void Aside(MarkupAside kind, ReadOnlySpan<byte> piece, long line);

    /// <summary>What stands beside the text has ended.</summary>
    void AsideEnd();
}

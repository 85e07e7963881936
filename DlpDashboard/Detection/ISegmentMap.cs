namespace DlpDashboard.Detection;

/// <summary>
/// Answers for positions of one segment's UTF-8 text: which key stands over them and where they stand in the object.
/// Made by extraction, asked by the scanner for verified candidates only, so an answer may cost something.
/// </summary>
/// <remarks>
/// Asked only between <see cref="ISegmentSink.Begin"/> and the end of <see cref="ISegmentSink.End"/>, on the writing thread,
/// and only for offsets in the text written so far (counting the span being written) and not more than <see cref="LookBehind"/> bytes behind its end.
/// </remarks>
public interface ISegmentMap
{
    /// <summary>How far behind the end of the written text a map must still be able to answer, in bytes.</summary>
    public const int LookBehind = 128 * 1024;

    /// <summary>
    /// Whether a key may stand over a value further away than context is read: in tables, documents and records. Asked when a segment begins. Where it is false, values
    /// that are nothing without support are looked for near words only.
    /// </summary>
    bool HasKeys => true;

    /// <summary>What kind of file the segment is of; asked with a value whose check digits alone speak for it.</summary>
    FileKind FileKind => FileKind.Usual;

    /// <summary>
    /// The key over the byte at <paramref name="offset"/> as UTF-8: a column's name, a JSON property's name, a variable's name.
    /// Empty where there is none. Valid until the next call.
    /// </summary>
    ReadOnlySpan<byte> KeyAt(long offset);

    /// <summary>Where the byte at <paramref name="offset"/> (from the segment's start) stands in the object.</summary>
    TextLocation LocationAt(long offset);
}

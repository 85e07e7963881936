using DlpDashboard.Extraction.Json;
using DlpDashboard.Extraction.Keys;
using DlpDashboard.Extraction.Tables;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// A stretch of a segment's text that is still kept: its source as it stands in the object (decoded to UTF-8), how that became the text written,
/// and the places its first byte stands at.
/// </summary>
internal sealed class TextBlock
{
    private int _start;

    /// <summary>The rented block that holds the source.</summary>
    public byte[] Buffer { get; private set; } = [];

    /// <summary>Source bytes.</summary>
    public int Length { get; private set; }

    /// <summary>First byte of the written text, from the segment's start.</summary>
    public long TextStart { get; private set; }

    /// <summary>Bytes of the written text; fewer than <see cref="Length"/> where escapes were resolved.</summary>
    public int TextLength { get; private set; }

    /// <summary>Source bytes from the start in which escapes were resolved; 0 where the text is the source.</summary>
    public int EscapedLength { get; private set; }

    /// <summary>Whether the places below are known yet.</summary>
    public bool HasStart { get; set; }

    /// <summary>The line at the first byte.</summary>
    public LinePlace Lines;

    /// <summary>The row and column at the first byte; tables only.</summary>
    public TablePlace Table;

    /// <summary>The path at the first byte; JSON only.</summary>
    public JsonStart? Json { get; set; }

    /// <summary>The keys over the first byte; configurations only.</summary>
    public KeyStart? Keys { get; set; }

    /// <summary>The source.</summary>
    public ReadOnlySpan<byte> Source => Buffer.AsSpan(_start, Length);

    /// <summary>First byte after the written text.</summary>
    public long TextEnd => TextStart + TextLength;

    /// <summary>Takes new content.</summary>
    public void Fill(byte[] buffer, int start, int length, long textStart, int textLength, int escapedLength)
    {
        (Buffer, _start, Length) = (buffer, start, length);
        (TextStart, TextLength, EscapedLength) = (textStart, textLength, escapedLength);
        HasStart = false;
    }
}

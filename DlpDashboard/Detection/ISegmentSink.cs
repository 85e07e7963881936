namespace DlpDashboard.Detection;

/// <summary>
/// Takes text from extraction, segment after segment. A segment is a run of text within which a value may stand
/// (a whole text file, a table, an archive's entry); values never span two segments.
/// </summary>
public interface ISegmentSink
{
    /// <summary>A segment begins; context and locations come from <paramref name="map"/>.</summary>
    void Begin(ISegmentMap map);

    /// <summary>The segment's next UTF-8 bytes, cut anywhere, even inside a character. The span is not kept.</summary>
    void Write(ReadOnlySpan<byte> utf8);

    /// <summary>The segment is complete.</summary>
    void End();
}

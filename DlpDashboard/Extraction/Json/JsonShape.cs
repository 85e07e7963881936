namespace DlpDashboard.Extraction.Json;

/// <summary>What JSON a text is.</summary>
internal enum JsonShape
{
    /// <summary>None.</summary>
    None,

    /// <summary>One document, or several whose values may cross lines.</summary>
    Document,

    /// <summary>A document a line (NDJSON): each line stands alone.</summary>
    Lines,
}

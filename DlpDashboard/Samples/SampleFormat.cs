namespace DlpDashboard.Samples;

/// <summary>How a made-up file is written.</summary>
internal enum SampleFormat
{
    /// <summary>Paragraphs.</summary>
    Text,

    /// <summary>Paragraphs in UTF-16 with a mark, low byte first.</summary>
    Utf16,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Commas, with a header.</summary>
    Csv,

    /// <summary>Tabs, with a header.</summary>
    Tsv,

    /// <summary>One document.</summary>
    Json,

    /// <summary>One document a line.</summary>
    JsonLines,

    /// <summary>Records.</summary>
    Xml,

    /// <summary>A page.</summary>
    Html,

    /// <summary>A mail of plain text.</summary>
    Mail,

    /// <summary>Assignments of an environment file.</summary>
    Settings,

    /// <summary>A deployment.</summary>
    Yaml,

    /// <summary>A program.</summary>
    Source,

    /// <summary>Statements.</summary>
    Sql,

    /// <summary>Lines with a time.</summary>
    Log,

    /// <summary>The same, compressed.</summary>
    LogGzip,

    /// <summary>Statements, compressed.</summary>
    SqlGzip,

    /// <summary>An archive of a text, a table and a document.</summary>
    Zip,

    /// <summary>A word processor's document (ECMA-376): a zip archive of XML.</summary>
    Document,

    /// <summary>A spreadsheet (ECMA-376): a zip archive of XML.</summary>
    Sheet,

    /// <summary>The head of a PNG and noise: content that is not text.</summary>
    Image,

    /// <summary>Noise.</summary>
    Binary,

    /// <summary>One key and nothing else, as programs write it.</summary>
    KeyFile,
}

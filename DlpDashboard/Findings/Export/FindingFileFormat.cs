namespace DlpDashboard.Findings.Export;

/// <summary>How findings are taken out as a file.</summary>
internal enum FindingFileFormat
{
    /// <summary>A table (RFC 4180), without samples.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>One document of SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>One OCSF data security finding a line.</summary>
    Ocsf,
}

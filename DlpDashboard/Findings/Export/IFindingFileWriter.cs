using System.Text.Json;

namespace DlpDashboard.Findings.Export;

/// <summary>Writes findings into one file, in one pass.</summary>
internal interface IFindingFileWriter
{
    /// <summary>What stands before the first finding.</summary>
    void Begin(Utf8JsonWriter json);

    /// <summary>One finding.</summary>
    void Write(Utf8JsonWriter json, ExportedFinding finding);

    /// <summary>What stands after the last one.</summary>
    void End(Utf8JsonWriter json);

    /// <summary>Whether each finding is a document of its own, on a line of its own.</summary>
    bool IsLines { get; }
}

using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary><c>--format sarif</c>: one run of SARIF 2.1.0; a rule a detector, a result a finding with its samples as locations.</summary>
internal sealed class SarifScanReport : IScanReport
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;

    public SarifScanReport(Stream output, DetectionEngine engine)
    {
        _output = output;
        _writer = new Utf8JsonWriter(output, DetectionJson.Compact);
        _writer.WriteStartObject();
        _writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _writer.WriteString("version", "2.1.0");
        _writer.WriteStartArray("runs");
        _writer.WriteStartObject();
        _writer.WriteString("columnKind", "utf16CodeUnits");
        WriteTool(engine);
        _writer.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        foreach (var finding in result.Findings)
        {
            WriteResult(item, finding);
        }

        if (_writer.BytesPending > 64 * 1024)
        {
            _writer.Flush();
        }
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
        _writer.WriteEndArray();
        _writer.WriteStartObject("properties");
        FindingJson.WriteTotals(_writer, totals);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
        _output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _output.FlushAsync();
    }

    private void WriteTool(DetectionEngine engine)
    {
        _writer.WriteStartObject("tool");
        _writer.WriteStartObject("driver");
        _writer.WriteString("name", "DlpDashboard");
        _writer.WriteString("semanticVersion", "1.0.0");
        _writer.WriteStartArray("rules");
        foreach (var detector in engine.Detectors)
        {
            _writer.WriteStartObject();
            _writer.WriteString("id", detector.Id);
            _writer.WriteString("name", detector.Name);
            WriteText("shortDescription", detector.Name);
            _writer.WriteStartObject("defaultConfiguration");
            _writer.WriteString("level", LevelOf(detector.DefaultSeverity));
            _writer.WriteEndObject();
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteResult(ScannedItem item, SeenFinding finding)
    {
        _writer.WriteStartObject();
        _writer.WriteString("ruleId", finding.DetectorId);
        _writer.WriteString("level", LevelOf(finding.Severity));
        WriteText("message", $"{finding.Count} {finding.DetectorId}, {finding.Likelihood.ToName()}: {finding.Samples[0].Value}");
        _writer.WriteStartArray("locations");
        foreach (var sample in finding.Samples)
        {
            WriteLocation(item, sample);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteLocation(ScannedItem item, FindingSample sample)
    {
        _writer.WriteStartObject();
        _writer.WriteStartObject("physicalLocation");
        _writer.WriteStartObject("artifactLocation");
        _writer.WriteString("uri", string.Join('/', item.Name.Split('/').Select(Uri.EscapeDataString)));
        _writer.WriteEndObject();
        if (sample.Location is { Line: { } line, Column: { } column, Entry: null })
        {
            _writer.WriteStartObject("region");
            _writer.WriteNumber("startLine", line);
            _writer.WriteNumber("startColumn", column);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
        if ((sample.Location.Entry ?? sample.Location.Path) is not null)
        {
            _writer.WriteStartArray("logicalLocations");
            _writer.WriteStartObject();
            _writer.WriteString("fullyQualifiedName", string.Join(' ', new[] { sample.Location.Entry, sample.Location.Path }.OfType<string>()));
            _writer.WriteEndObject();
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        _writer.WriteStartObject(name);
        _writer.WriteString("text", text);
        _writer.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };
}

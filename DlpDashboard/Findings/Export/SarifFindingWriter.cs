using System.Globalization;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Findings.Export;

/// <summary>
/// SARIF 2.1.0 (OASIS, 2020): a rule a detector, a result a finding. Its id is a stable fingerprint, so that a viewer knows a finding again;
/// what people judged harmless is a suppression, and masked samples are locations.
/// </summary>
internal sealed class SarifFindingWriter : IFindingFileWriter
{
    private static readonly Dictionary<string, int> Rules = DetectorCatalogue.All.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    /// <inheritdoc />
    public bool IsLines => false;

    /// <inheritdoc />
    public void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "DlpDashboard");
        json.WriteString("semanticVersion", "1.0.0");
        json.WriteStartArray("rules");
        foreach (var detector in DetectorCatalogue.All)
        {
            WriteRule(json, detector);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
    }

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json, ExportedFinding finding)
    {
        var row = finding.Row;
        json.WriteStartObject();
        json.WriteString("ruleId", row.DetectorId);
        if (Rules.TryGetValue(row.DetectorId, out var index))
        {
            json.WriteNumber("ruleIndex", index);
        }

        json.WriteString("level", LevelOf(row.Severity));
        json.WriteString("guid", row.Id);
        WriteText(json, "message", Escaped(Message(finding)));
        json.WriteNumber("occurrenceCount", Math.Clamp(row.Count, 1, int.MaxValue));
        WriteLocations(json, finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("finding/v1", row.Id.ToString("N"));
        json.WriteEndObject();
        WriteSuppressions(json, row);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    public void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Detector detector)
    {
        json.WriteStartObject();
        json.WriteString("id", detector.Id);
        json.WriteString("name", detector.Name);
        WriteText(json, "shortDescription", detector.Name);
        WriteText(json, "fullDescription", $"Finds {detector.Name} ({detector.Category}).");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(detector.DefaultSeverity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("security-severity", ScoreOf(detector.DefaultSeverity));
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        json.WriteStringValue(detector.Category);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(ExportedFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Row.Count:N0} of {finding.Row.DetectorId}, {finding.Row.Likelihood.ToName()}{(finding.Samples.Count > 0 ? $": {finding.Samples[0].Value}" : "")}");

    /// <summary>Braces and brackets mean placeholders and links in messages (sections 3.11.5 and 3.11.6).</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static void WriteLocations(Utf8JsonWriter json, ExportedFinding finding)
    {
        var address = finding.Address();
        json.WriteStartArray("locations");
        foreach (var location in finding.Samples.Select(sample => sample.Location).DefaultIfEmpty(new TextLocation()))
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", address);
            json.WriteEndObject();
            if (location is { Line: >= 1 and var line, Column: >= 1 and var column, Entry: null })
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", line);
                json.WriteNumber("startColumn", column);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            if ((location.Entry ?? location.Path) is not null)
            {
                json.WriteStartArray("logicalLocations");
                json.WriteStartObject();
                json.WriteString("fullyQualifiedName", string.Join(' ', new[] { location.Entry, location.Path }.OfType<string>()));
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuppressions(Utf8JsonWriter json, FindingRow row)
    {
        if (row.Status is FindingStatus.FalsePositive or FindingStatus.Resolved)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", row.StatusReason ?? (row.Status == FindingStatus.Resolved ? "Resolved." : "A false positive."));
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteProperties(Utf8JsonWriter json, ExportedFinding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("endpoint", finding.Endpoint?.Name ?? finding.Row.EndpointId.ToString());
        json.WriteString("bucket", finding.Row.Bucket);
        json.WriteString("firstSeenUtc", finding.Row.FirstSeenUtc);
        json.WriteString("lastSeenUtc", finding.Row.LastSeenUtc);
        if (finding.Row.GoneUtc is { } gone)
        {
            json.WriteString("goneUtc", gone);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary>As code hosts read it, from 0 to 10.</summary>
    private static string ScoreOf(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        _ => "2.5",
    };
}

using System.Globalization;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Findings.Export;

/// <summary>
/// What every SARIF 2.1.0 log (OASIS, 2020) of the product has in common, whoever writes it: the app's export and the command line. A rule a detector, a result a finding,
/// masked samples are locations.
/// </summary>
internal static class SarifParts
{
    /// <summary>The log and its one run, up to the first result.</summary>
    /// <param name="json">The log.</param>
    /// <param name="detectors">Built-in detectors, a rule each.</param>
    /// <param name="own">Names of an organisation's own by id: rules without a level, since each result has its own.</param>
    public static void Begin(Utf8JsonWriter json, IReadOnlyList<Detector> detectors, IReadOnlyDictionary<string, string>? own = null)
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
        foreach (var detector in detectors)
        {
            WriteRule(json, detector);
        }

        foreach (var (id, name) in InOrder(own))
        {
            WriteOwnRule(json, id, name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
    }

    /// <summary>What stands after the last result.</summary>
    /// <param name="json">The log.</param>
    /// <param name="more">Further members of the run.</param>
    public static void End(Utf8JsonWriter json, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The places of the rules of a log, by the detector's id; as <see cref="Begin"/> writes them.</summary>
    public static Dictionary<string, int> RulesOf(IReadOnlyList<Detector> detectors, IReadOnlyDictionary<string, string>? own = null) =>
        detectors.Select(detector => detector.Id).Concat(InOrder(own).Select(pair => pair.Key))
            .Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

    /// <summary>Begins a result with its rule, level, message and locations; the caller adds what it has more and ends the object.</summary>
    /// <param name="json">The log.</param>
    /// <param name="rules">The log's rules (<see cref="RulesOf"/>).</param>
    /// <param name="finding">What was seen.</param>
    /// <param name="address">Where: percent-encoded (RFC 3986).</param>
    /// <param name="name">What the detector is called in the message; null takes its id.</param>
    public static void BeginResult(Utf8JsonWriter json, Dictionary<string, int> rules, SeenFinding finding, string address, string? name = null)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.DetectorId);
        if (rules.TryGetValue(finding.DetectorId, out var index))
        {
            json.WriteNumber("ruleIndex", index);
        }

        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", Escaped(Message(finding, name ?? finding.DetectorId)));
        json.WriteNumber("occurrenceCount", Math.Clamp(finding.Count, 1, int.MaxValue));
        json.WriteStartArray("locations");
        foreach (var location in finding.Samples.Select(sample => sample.Location).DefaultIfEmpty(new TextLocation()))
        {
            WriteLocation(json, address, location);
        }

        json.WriteEndArray();
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

    private static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string>? own) => own?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>();

    private static void WriteOwnRule(Utf8JsonWriter json, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        WriteText(json, "shortDescription", name);
        WriteText(json, "fullDescription", $"Finds {name} (a detector of the organisation's own).");
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        json.WriteStringValue("custom");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(SeenFinding finding, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Count:N0} of {name}, {finding.Likelihood.ToName()}{(finding.Samples.Count > 0 ? $": {finding.Samples[0].Value}" : "")}");

    /// <summary>Braces and brackets mean placeholders and links in messages (sections 3.11.5 and 3.11.6).</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static void WriteLocation(Utf8JsonWriter json, string address, TextLocation location)
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

using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>Findings and objects of a scan as JSON, the shape outside systems read.</summary>
internal static class FindingJson
{
    /// <summary>Writes one finding of an object.</summary>
    public static void Write(Utf8JsonWriter writer, string name, ObjectScanResult result, int index)
    {
        var finding = result.Findings[index];
        writer.WriteStartObject();
        writer.WriteString("object", name);
        writer.WriteString("detector", finding.DetectorId);
        writer.WriteNumber("count", finding.Count);
        writer.WriteString("likelihood", finding.Likelihood.ToName());
        writer.WriteStartArray("samples");
        for (var i = 0; i < finding.Samples.Count; i++)
        {
            DetectionJson.Write(writer, DetectionOf(finding, i, result.Spans[index][i]));
        }

        writer.WriteEndArray();
        writer.WriteString("objectState", ScanText.NameOf(result.State));
        writer.WriteEndObject();
    }

    /// <summary>Writes what became of one object.</summary>
    public static void WriteObject(Utf8JsonWriter writer, string name, long bytes, ObjectScanResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("object", name);
        writer.WriteNumber("bytes", bytes);
        writer.WriteString("state", ScanText.NameOf(result.State));
        writer.WriteString("reason", result.Reason);
        writer.WriteEndObject();
    }

    /// <summary>Writes the sums as a property.</summary>
    public static void WriteTotals(Utf8JsonWriter writer, ScanTotals totals)
    {
        writer.WriteStartObject("totals");
        writer.WriteNumber("objects", totals.Objects);
        writer.WriteNumber("bytes", totals.Bytes);
        writer.WriteNumber("findings", totals.Findings);
        writer.WriteNumber("detections", totals.Detections);
        writer.WriteStartObject("states");
        foreach (var state in Enum.GetValues<ObjectState>())
        {
            writer.WriteNumber(ScanText.NameOf(state), totals.CountOf(state));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static InspectedDetection DetectionOf(SeenFinding finding, int index, TextSpan span)
    {
        var sample = finding.Samples[index];
        return new InspectedDetection(
            DetectorCatalogue.Find(finding.DetectorId)!, (int)Math.Min(span.Start, int.MaxValue), (int)Math.Min(span.End, int.MaxValue),
            sample.Score, sample.Likelihood, sample.Value, sample.Reasons, sample.Location);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>Detections as JSON, the shape outside systems read.</summary>
internal static class DetectionJson
{
    /// <summary>For a line of JSON lines; characters beyond ASCII stay as they are.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For one document people may read.</summary>
    public static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes the array <c>detections</c> into the object begun.</summary>
    public static void WriteAll(Utf8JsonWriter writer, IReadOnlyList<InspectedDetection> detections)
    {
        writer.WriteStartArray("detections");
        foreach (var detection in detections)
        {
            Write(writer, detection);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes one detection as an object.</summary>
    public static void Write(Utf8JsonWriter writer, InspectedDetection detection)
    {
        writer.WriteStartObject();
        writer.WriteString("detector", detection.Detector.Id);
        writer.WriteString("category", detection.Detector.Category);
        writer.WriteNumber("start", detection.Start);
        writer.WriteNumber("end", detection.End);
        writer.WriteString("likelihood", detection.Likelihood.ToName());
        writer.WriteNumber("score", detection.Score);
        writer.WriteString("value", detection.Value);
        writer.WriteStartArray("reasons");
        foreach (var reason in detection.Reasons)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
        WriteLocation(writer, detection.Location);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, TextLocation location)
    {
        writer.WriteStartObject("location");
        if (location.Line is { } line)
        {
            writer.WriteNumber("line", line);
        }

        if (location.Column is { } column)
        {
            writer.WriteNumber("column", column);
        }

        if (location.Path is { } path)
        {
            writer.WriteString("path", path);
        }

        if (location.Entry is { } entry)
        {
            writer.WriteString("entry", entry);
        }

        writer.WriteEndObject();
    }
}

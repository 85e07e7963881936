using System.Text;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>Inspects a stream of JSON lines, one text each, and answers line by line; memory holds one line.</summary>
internal static class JsonLinesInspection
{
    /// <summary>The longest line taken, in UTF-16 units.</summary>
    private const int LongestLine = 64 * 1024 * 1024;

    /// <summary>Reads to the end, flushing whenever the input pauses, so that a program at the other end gets each answer.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, TextInspector inspector, bool showValues, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 64 * 1024);
        await using var writer = new Utf8JsonWriter(output, DetectionJson.Compact);
        var anyFound = false;
        for (var number = 1; ; number++)
        {
            var reading = reader.ReadLineAsync(cancellationToken);
            if (!reading.IsCompleted)
            {
                await output.FlushAsync(cancellationToken);
            }

            if (await reading is not { } line)
            {
                break;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                anyFound |= await AnswerAsync(line, number, inspector, showValues, writer, cancellationToken);
                output.WriteByte((byte)'\n');
            }
        }

        await output.FlushAsync(cancellationToken);
        return anyFound ? 1 : 0;
    }

    private static async Task<bool> AnswerAsync(string line, int number, TextInspector inspector, bool showValues, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        using var document = Parse(line, number);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new BadInputException($"line {number}: expected an object with \"id\" and \"text\", the text a string.");
        }

        var detections = inspector.Inspect(TextOf(text, number), showValues);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (document.RootElement.TryGetProperty("id", out var id))
        {
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        DetectionJson.WriteAll(writer, detections);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        writer.Reset();
        return detections.Count > 0;
    }

    private static JsonDocument Parse(string line, int number)
    {
        if (line.Length > LongestLine)
        {
            throw new BadInputException($"line {number}: longer than {LongestLine} characters.");
        }

        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"line {number}: no valid JSON at byte {problem.BytePositionInLine ?? 0}.");
        }
    }

    private static string TextOf(JsonElement text, int number)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new BadInputException($"line {number}: the text holds half a surrogate pair.");
        }
    }
}

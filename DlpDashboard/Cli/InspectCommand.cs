using System.CommandLine;
using System.Text;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>inspect [FILE|-]</c>: one text in, its detections out. <c>json</c> (the default) is one document <c>{"detections":[…]}</c>, <c>jsonl</c> a detection a line,
/// <c>table</c> for people. With <c>--jsonl-in</c> each line <c>{"id":…,"text":…}</c> gives a line <c>{"id":…,"detections":[…]}</c>, in order and as they come.
/// </summary>
internal static class InspectCommand
{
    /// <summary>The longest text taken whole, in bytes.</summary>
    private const long LongestText = 512L * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The text; - reads standard input.", DefaultValueFactory = _ => "-" };
        var format = CliOptions.Format("json", "jsonl", "table");
        var lines = new Option<bool>("--jsonl-in") { Description = "Each input line is {\"id\":…,\"text\":…}." };
        var detector = CliOptions.Detector();
        var minimum = CliOptions.MinimumLikelihood();
        var show = CliOptions.ShowValues();
        var command = new Command("inspect", "Inspects one text, or with --jsonl-in one text a line.") { file, format, lines, detector, minimum, show };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var inspector = new TextInspector(CliOptions.Engine(parsed, detector, minimum));
            await using var input = CliFile.OpenRead(parsed.GetValue(file)!);
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
            var showValues = parsed.GetValue(show);
            return parsed.GetValue(lines)
                ? await JsonLinesInspection.RunAsync(input, output, inspector, showValues, cancellationToken)
                : await InspectAsync(input, output, inspector, showValues, parsed.GetValue(format)!, cancellationToken);
        });
        return command;
    }

    private static async Task<int> InspectAsync(Stream input, Stream output, TextInspector inspector, bool showValues, string format, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new LimitedStream(input, LongestText), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var detections = inspector.Inspect(await reader.ReadToEndAsync(cancellationToken), showValues);
        switch (format)
        {
            case "json":
                await WriteDocumentAsync(output, detections, cancellationToken);
                break;
            case "jsonl":
                await WriteLinesAsync(output, detections, cancellationToken);
                break;
            default:
                await output.WriteAsync(Encoding.UTF8.GetBytes(DetectionTable.Write(detections)), cancellationToken);
                break;
        }

        return detections.Count > 0 ? 1 : 0;
    }

    private static async Task WriteDocumentAsync(Stream output, IReadOnlyList<InspectedDetection> detections, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, DetectionJson.Indented);
        writer.WriteStartObject();
        DetectionJson.WriteAll(writer, detections);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private static async Task WriteLinesAsync(Stream output, IReadOnlyList<InspectedDetection> detections, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, DetectionJson.Compact);
        foreach (var detection in detections)
        {
            DetectionJson.Write(writer, detection);
            await writer.FlushAsync(cancellationToken);
            output.WriteByte((byte)'\n');
            writer.Reset();
        }
    }
}

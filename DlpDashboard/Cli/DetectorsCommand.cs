using System.CommandLine;
using System.Text;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary><c>detectors</c>: the catalogue. <c>json</c> (the default) is an array of objects, <c>table</c> is for people.</summary>
internal static class DetectorsCommand
{
    public static Command Create()
    {
        var format = CliOptions.Format("json", "table");
        var command = new Command("detectors", "Lists the detectors.") { format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(parsed.GetValue(format) == "table" ? Table() : Json()), cancellationToken);
            return 0;
        });
        return command;
    }

    private static string Table() => DetectionTable.Columns(
        ["ID", "CATEGORY", "REGION", "WITHOUT CONTEXT", "VALIDATION"],
        DetectorCatalogue.All.Select(detector => new[]
        {
            detector.Id, detector.Category, detector.Region, detector.LikelihoodWithoutContext.ToName(), detector.Validation,
        }));

    private static string Json()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DetectionJson.Indented))
        {
            writer.WriteStartArray();
            foreach (var detector in DetectorCatalogue.All)
            {
                writer.WriteStartObject();
                writer.WriteString("id", detector.Id);
                writer.WriteString("name", detector.Name);
                writer.WriteString("category", detector.Category);
                writer.WriteString("region", detector.Region);
                writer.WriteString("validation", detector.Validation);
                writer.WriteString("likelihoodWithoutContext", detector.LikelihoodWithoutContext.ToName());
                writer.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(detector.DefaultSeverity.ToString()));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}

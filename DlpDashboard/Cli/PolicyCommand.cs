using System.CommandLine;
using System.Text;
using System.Text.Json;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>policy evaluate --provider s3|azure|gcs [--jsonl-in] [FILE|-]</c>: one bucket's configuration in, its verdict out; with <c>--jsonl-in</c> a configuration a line and a verdict a line.
/// Ends with 1 where one is public or lets unsigned requests in.
/// </summary>
internal static class PolicyCommand
{
    private const long LongestInput = 256L * 1024 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 64 };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The configuration; - reads standard input.", DefaultValueFactory = _ => "-" };
        var provider = new Option<string>("--provider") { Description = "Whose bucket it is.", Required = true };
        provider.AcceptOnlyFromAmong("s3", "azure", "gcs");
        var lines = new Option<bool>("--jsonl-in") { Description = "A configuration a line." };
        var evaluate = new Command("evaluate", "Says of a bucket's configuration whether it is public, and what an unsigned request could really do.") { file, provider, lines };
        evaluate.SetAction(async (parsed, cancellationToken) =>
        {
            await using var input = CliFile.OpenRead(parsed.GetValue(file)!);
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
            using var reader = new StreamReader(new LimitedStream(input, LongestInput), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
            return parsed.GetValue(lines)
                ? await EvaluateLinesAsync(reader, output, parsed.GetValue(provider)!, cancellationToken)
                : await WriteAsync(output, Judge(await reader.ReadToEndAsync(cancellationToken), parsed.GetValue(provider)!, "the input"), isIndented: true, cancellationToken);
        });
        return new Command("policy", "Judges who can reach a bucket.") { evaluate };
    }

    private static async Task<int> EvaluateLinesAsync(StreamReader reader, Stream output, string provider, CancellationToken cancellationToken)
    {
        var code = 0;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (line.Length > LongestLine)
            {
                throw new BadInputException($"line {number}: longer than {LongestLine} characters.");
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                code |= await WriteAsync(output, Judge(line, provider, $"line {number}"), isIndented: false, cancellationToken);
            }
        }

        await output.FlushAsync(cancellationToken);
        return code;
    }

    private static (JsonElement? Id, AccessVerdict Verdict) Judge(string text, string provider, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Depth);
            var input = document.RootElement;
            var id = JsonInput.Part(input, "id")?.Clone();
            return (id, provider switch
            {
                "s3" => S3Access.Judge(S3BucketReader.Read(input), TimeProvider.System.GetUtcNow()),
                "azure" => AzureAccess.Judge(input),
                _ => GoogleAccess.Judge(input),
            });
        }
        catch (JsonException wrong)
        {
            throw new BadInputException($"{where}: no valid JSON at line {(wrong.LineNumber ?? 0) + 1}, byte {(wrong.BytePositionInLine ?? 0) + 1}.");
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"{where}: {wrong.Message}");
        }
    }

    private static async Task<int> WriteAsync(Stream output, (JsonElement? Id, AccessVerdict Verdict) judged, bool isIndented, CancellationToken cancellationToken)
    {
        var verdict = judged.Verdict;
        await using var writer = new Utf8JsonWriter(output, isIndented ? DetectionJson.Indented : DetectionJson.Compact);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (judged.Id is { } id)
        {
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteBoolean("isPublic", verdict.IsPublic);
        WriteTexts(writer, "anonymousAccess", verdict.AnonymousAccess);
        WriteTexts(writer, "crossAccount", verdict.CrossAccount);
        WriteReasons(writer, "reasons", verdict.Reasons);
        WriteReasons(writer, "unknown", verdict.Unknown);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        output.WriteByte((byte)'\n');
        return verdict.IsPublic || verdict.AnonymousAccess.Count > 0 ? 1 : 0;
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter writer, string name, IReadOnlyList<AccessReason> reasons)
    {
        writer.WriteStartArray(name);
        foreach (var reason in reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("statement", reason.Statement);
            writer.WriteString("text", reason.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>bench</c>: throughput of the detection core with all detectors, in megabytes (1,000,000 bytes) a second, median of five rounds after one to warm up. Adversarial text is
/// measured by unit too, so that one slow unit does not hide behind the others.
/// </summary>
internal static class BenchCommand
{
    private const int LargestSize = 2000;

    public static Command Create()
    {
        var size = Number("--size", "Megabytes of the generated corpus.", 64, LargestSize);
        var kind = new Option<string>("--kind") { Description = "mixed, dense, binary or adversarial.", DefaultValueFactory = _ => "mixed" };
        kind.AcceptOnlyFromAmong("mixed", "dense", "binary", "adversarial");
        var corpus = new Option<string?>("--corpus") { Description = "A file instead of the generated corpus." };
        var write = new Option<string?>("--write") { Description = "Save the generated corpus for other tools." };
        var threads = Number("--threads", "Scanners side by side.", 1, 256);
        var compare = new Option<bool>("--compare") { Description = "Also run a loop of compiled regular expressions and give the ratio." };
        var compareSize = Number("--compare-size", "Megabytes that --compare holds against a plain loop over the same rules; 100 take ten minutes and more.", 1, LargestSize);
        var custom = new Option<bool>("--custom") { Description = "Also measure what custom detectors add: a list of 100,000 words, and regular expressions." };
        var growth = new Option<bool>("--growth") { Description = "Also measure 60, 130 and all detectors." };
        var files = new Option<bool>("--small-files") { Description = "Also measure files of 16 KB end to end." };
        var format = CliOptions.Format("json");
        var command = new Command("bench", "Measures the detection core.") { size, kind, corpus, write, threads, compare, compareSize, custom, growth, files, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(kind)!;
            var bytes = parsed.GetValue(corpus) is { } path ? await ReadAsync(path, cancellationToken) : BenchCorpus.Make(name, parsed.GetValue(size) * 1_000_000L);
            if (parsed.GetValue(write) is { } target)
            {
                await using var file = CliFile.Create(target);
                await file.WriteAsync(bytes, cancellationToken);
            }

            var isAdversarial = name == "adversarial" && parsed.GetValue(corpus) is null;
            Action<Utf8JsonWriter, byte[]>?[] further =
            [
                parsed.GetValue(custom) ? CustomBench.Write : null, parsed.GetValue(growth) ? GrowthBench.Write : null,
                parsed.GetValue(files) ? new SmallFilesBench(DetectionEngine.Create(), parsed.GetValue(threads)).Write : null,
            ];
            Report(bytes, parsed.GetValue(threads), parsed.GetValue(compare) ? parsed.GetValue(compareSize) : 0, [.. further.OfType<Action<Utf8JsonWriter, byte[]>>()], parsed.GetValue(corpus) is null ? name : "file", isAdversarial);
            return 0;
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise, int most)
    {
        var number = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        number.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var value) || value < 1 || value > most))
            {
                result.AddError($"{name}: \"{result.Tokens[0].Value}\" is no number from 1 to {most}.");
            }
        });
        return number;
    }

    private static void Report(byte[] corpus, int threads, int compared, Action<Utf8JsonWriter, byte[]>[] further, string kind, bool isAdversarial)
    {
        var engine = DetectionEngine.Create();
        var (seconds, found, allocated) = new BenchRun(engine, corpus, threads).Measure();
        var speed = corpus.Length / 1e6 / seconds;
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, DetectionJson.Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("mbPerSecond", Math.Round(speed, 1));
            writer.WriteNumber("bytes", corpus.Length);
            writer.WriteNumber("detections", found.Total);
            writer.WriteStartObject("byDetector");
            foreach (var detector in DetectorCatalogue.All.Where(detector => found.ByDetector[detector.Index] > 0))
            {
                writer.WriteNumber(detector.Id, found.ByDetector[detector.Index]);
            }

            writer.WriteEndObject();
            writer.WriteNumber("allocatedBytes", allocated);
            writer.WriteNumber("vectorBits", engine.VectorBits);
            writer.WriteString("corpusSha256", Convert.ToHexStringLower(SHA256.HashData(corpus)));
            writer.WriteString("kind", kind);
            writer.WriteNumber("threads", threads);
            if (threads > 1)
            {
                writer.WriteNumber("timesOneThread", Math.Round(new BenchRun(engine, corpus, 1).Measure().Seconds / seconds, 2));
            }

            if (isAdversarial)
            {
                WriteUnits(writer, engine, corpus.Length);
            }

            if (compared > 0)
            {
                WriteComparison(writer, corpus, speed, compared * 1_000_000L);
            }

            Array.ForEach(further, write => write(writer, corpus));

            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteUnits(Utf8JsonWriter writer, DetectionEngine engine, int size)
    {
        writer.WriteStartObject("byUnit");
        foreach (var unit in BenchCorpus.Units)
        {
            var bytes = BenchCorpus.Repeat(unit, Math.Min(size, 4_000_000));
            writer.WriteNumber(unit, Math.Round(bytes.Length / 1e6 / new BenchRun(engine, bytes, 1).Measure().Seconds, 1));
        }

        writer.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter writer, byte[] corpus, double speed, long bytes)
    {
        var loop = RegexLoop.Measure(corpus);
        writer.WriteStartObject("compare");
        writer.WriteNumber("compiledRegexLoopMbPerSecond", Math.Round(loop, 2));
        writer.WriteNumber("ratio", Math.Round(speed / loop, 1));
        ReferenceLoop.Write(writer, corpus.AsSpan(0, (int)Math.Min(bytes, corpus.Length)), speed);
        writer.WriteEndObject();
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = CliFile.OpenRead(path);
        if (file.CanSeek && file.Length > Array.MaxLength)
        {
            throw new BadInputException($"{path}: longer than {Array.MaxLength} bytes.");
        }

        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, cancellationToken);
        return whole.ToArray();
    }
}

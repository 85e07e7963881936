using System.CommandLine;
using System.Globalization;
using System.Text;
using DlpDashboard.Cli.Scanning;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Extraction;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>scan PATH_OR_URL…</c>: scans files, folders and buckets. Findings go to standard output or <c>--out</c>, what could not be read to standard error.
/// </summary>
internal static class ScanCommand
{
    private const int Found = 1;
    private const int PartlyDone = 3;
    private const int MaxThreads = 256;

    public static Command Create()
    {
        var places = new Argument<string[]>("PATH_OR_URL") { Description = "Files, folders, s3://bucket/prefix, az://account/container/prefix or gs://bucket/prefix.", Arity = ArgumentArity.OneOrMore };
        var format = CliOptions.Format("table", "json", "jsonl", "sarif", "csv");
        var detector = CliOptions.Detector();
        var minimum = CliOptions.MinimumLikelihood();
        var show = CliOptions.ShowValues();
        var threads = new Option<int>("--threads") { Description = "Objects read at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 1 or > MaxThreads))
            {
                result.AddError($"--threads takes 1 to {MaxThreads}.");
            }
        });
        var outFile = new Option<string?>("--out") { Description = "Write the results into this file." };
        var endpoint = new Option<string?>("--endpoint-url") { Description = "The address of a compatible server or emulator." };
        var command = new Command("scan", "Scans files, folders and buckets.") { places, format, detector, minimum, threads, show, outFile, endpoint };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var engine = CliOptions.Engine(parsed, detector, minimum);
            var targets = OpenTargets(parsed.GetValue(places)!, parsed.GetValue(endpoint));
            try
            {
                await using var output = parsed.GetValue(outFile) is { } path ? CliFile.Create(path) : new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
                await using var report = CreateReport(parsed.GetValue(format)!, output, engine);
                return await RunAsync(targets, engine, report, parsed.GetValue(show), parsed.GetValue(threads), cancellationToken);
            }
            finally
            {
                foreach (var target in targets)
                {
                    await target.DisposeAsync();
                }
            }
        });
        return command;
    }

    private static List<ScanTarget> OpenTargets(string[] places, string? endpointUrl) =>
        [.. places.Select(place => ScanTarget.Open(place, places.Length == 1, endpointUrl))];

    private static IScanReport CreateReport(string format, Stream output, DetectionEngine engine) => format switch
    {
        "json" => new JsonScanReport(output),
        "jsonl" => new JsonLinesScanReport(output),
        "sarif" => new SarifScanReport(output, engine),
        "csv" => new CsvScanReport(new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true)),
        _ => new TableScanReport(new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true)),
    };

    // The same switch as the server's, which a command line has no configuration for.
    private static ExtractionLimits Limits() =>
        new ExtractionOptions
        {
            Ocr = !string.Equals(Environment.GetEnvironmentVariable("DLP__Extraction__Ocr"), "false", StringComparison.OrdinalIgnoreCase),
            ObjectTime = ObjectTime(),
        }.ToLimits();

    private static TimeSpan ObjectTime() => Environment.GetEnvironmentVariable("DLP__Extraction__ObjectTime") switch
    {
        null or "" => ExtractionLimits.Default.Time,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero => time,
        var text => throw new BadInputException($"DLP__Extraction__ObjectTime: \"{text}\" is no time such as 00:10:00."),
    };

    private static async Task<int> RunAsync(
        List<ScanTarget> targets, DetectionEngine engine, IScanReport report, bool showValues, int threads, CancellationToken cancellationToken)
    {
        var totals = new ScanTotals();
        using var scanner = new ObjectScanner(DetectorSet.Of(engine), new ObjectScannerChoice { ShowsValues = showValues, TellsSpans = true, OnRead = totals.Read, Limits = Limits() });
        var run = new ScanRun(scanner, report, totals, Console.Error);
        using var drawing = new CancellationTokenSource();
        var bar = Console.IsErrorRedirected ? Task.CompletedTask : new ScanProgressBar(totals, Console.Error, TimeProvider.System).RunAsync(drawing.Token);
        try
        {
            await run.RunAsync(targets, threads, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("scan: stopped before the end.");
            return PartlyDone;
        }
        finally
        {
            await drawing.CancelAsync();
            await bar;
        }

        return run.IsBroken || totals.Unread > 0 ? PartlyDone : totals.Findings > 0 ? Found : 0;
    }
}

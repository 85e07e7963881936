using System.Globalization;
using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>
/// The short run of each build, and the long one of <c>scripts/fuzz-extraction.sh</c>, which sets DLP_FUZZ_FILES (how many), DLP_FUZZ_SEED (where to begin), DLP_FUZZ_ONLY
/// (kinds whose name contains this) and DLP_FUZZ_REPORT (the file to write to).
/// </summary>
public sealed class FuzzTests
{
    private const int ShortRun = 4000;

    [Fact]
    public async Task No_damaged_file_crashes_hangs_or_takes_more_memory_than_it_may()
    {
        var files = NumberOf("DLP_FUZZ_FILES", ShortRun);
        var run = new FuzzRun(NumberOf("DLP_FUZZ_SEED", 1), files, Environment.GetEnvironmentVariable("DLP_FUZZ_ONLY"));
        await run.RunAsync();
        if (Environment.GetEnvironmentVariable("DLP_FUZZ_REPORT") is { Length: > 0 } report)
        {
            var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{files:N0} files, longest {run.LongestSeen.TotalSeconds:F2} s, most allocated {run.MostSeen:N0} bytes, {run.Problems.Count} problems");
            foreach (var line in run.Problems.Concat(run.States.Select(state => $"{state.Value,9:N0} {state.Key}")))
            {
                text.AppendLine(line);
            }

            await File.WriteAllTextAsync(report, text.ToString());
        }

        Assert.Empty(run.Problems);
        Assert.True(run.States.Count > 20 || files < ShortRun, string.Join(", ", run.States));
    }

    [Fact]
    public void Sound_files_are_read_before_they_are_damaged()
    {
        foreach (var (name, bytes) in FuzzSeeds.All.Where(seed => seed.Name is not ("7z-ppmd" or "7z-password" or "7z-hidden" or "pdf-bare" or "macros" or "properties")))
        {
            var (result, sink) = Extracting.Find(bytes);
            var isRead = result.State == ExtractionState.Scanned || (result.State == ExtractionState.Partial && name is "jpeg" or "png" or "webp" or "tiff");
            Assert.True(isRead && sink.Segments.Count > 0, $"{name}: {result}");
        }
    }

    private static int NumberOf(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

using System.Text;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Cli;

/// <summary>The verbs as a shell sees them: the real program, its exit codes, standard output and standard error.</summary>
public sealed class CliVerbsTests
{
    [Fact]
    public async Task Inspect_answers_one_document_and_one()
    {
        var (code, output, _) = await CliProcess.RunAsync("my card 4539 1488 0343 6467", "inspect");
        Assert.Equal(1, code);
        using var document = JsonDocument.Parse(output);
        var found = Assert.Single(document.RootElement.GetProperty("detections").EnumerateArray().ToArray());
        Assert.Equal("payment-card", found.GetProperty("detector").GetString());
        Assert.Equal("financial", found.GetProperty("category").GetString());
        Assert.Equal((8, 27), (found.GetProperty("start").GetInt32(), found.GetProperty("end").GetInt32()));
        Assert.Equal("veryLikely", found.GetProperty("likelihood").GetString());
        Assert.Equal("4539********6467", found.GetProperty("value").GetString());
        Assert.Equal(1, found.GetProperty("location").GetProperty("line").GetInt32());
        Assert.Contains("checksum", found.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
    }

    [Fact]
    public async Task Inspect_of_a_harmless_text_exits_with_zero()
    {
        var (code, output, _) = await CliProcess.RunAsync("nothing to see", "inspect", "--format", "json", "-");
        Assert.Equal(0, code);
        Assert.Equal("""{"detections":[]}""", string.Concat(output.Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public async Task Lines_are_answered_in_order()
    {
        var (code, output, _) = await CliProcess.RunAsync("{\"id\":\"b\",\"text\":\"ana@bluewater.io\"}\n\n{\"id\":7,\"text\":\"none\"}\n", "inspect", "--jsonl-in", "--show-values");
        Assert.Equal(1, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"id":"b","detections":[{"detector":"email",""", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"value\":\"ana@bluewater.io\"", lines[0], StringComparison.Ordinal);
        Assert.Equal("""{"id":7,"detections":[]}""", lines[1]);
    }

    [Theory]
    [InlineData("{\"id\":1,\"text\":\"a\"}\n{bad", "line 2")]
    [InlineData("{\"id\":1}", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("{\"text\":5}", "line 1")]
    public async Task A_bad_line_is_named_and_exits_with_two(string input, string where)
    {
        var (code, _, error) = await CliProcess.RunAsync(input, "inspect", "--jsonl-in");
        Assert.Equal(2, code);
        Assert.Contains(where, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect", "/no/such/file")]
    [InlineData("inspect", "--detector", "us-moon")]
    [InlineData("inspect", "--min-likelihood", "sure")]
    [InlineData("inspect", "--format", "xml")]
    [InlineData("detectors", "--nothing")]
    [InlineData("bench", "--kind", "soup")]
    [InlineData("bench", "--size", "0")]
    public async Task Wrong_use_is_said_in_one_line_and_exits_with_two(params string[] args)
    {
        var (code, output, error) = await CliProcess.RunAsync("", args);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith(args[0] + ": ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_choose_detectors_and_likelihood()
    {
        const string Text = "ssn 536-22-1947, ana@bluewater.io and 415-555-0132";
        var (_, output, _) = await CliProcess.RunAsync(Text, "inspect", "--format", "jsonl", "--detector", "us-ssn", "phone", "--min-likelihood", "unlikely");
        var ids = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("detector").GetString());
        Assert.Equal(["us-ssn", "phone"], ids);
    }

    [Fact]
    public async Task Detectors_lists_the_catalogue()
    {
        var (code, output, _) = await CliProcess.RunAsync("", "detectors");
        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(DetectorCatalogue.All.Select(detector => detector.Id), document.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
        Assert.All(document.RootElement.EnumerateArray(), row => Assert.All(
            new[] { "name", "category", "region", "validation", "likelihoodWithoutContext" }, name => Assert.False(string.IsNullOrEmpty(row.GetProperty(name).GetString()))));
        Assert.Contains("payment-card", (await CliProcess.RunAsync("", "detectors", "--format", "table")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_measures_the_same_bytes_each_time()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, output, _) = await CliProcess.RunAsync("", "bench", "--size", "1", "--kind", "dense", "--write", file);
            Assert.Equal(0, code);
            using var generated = JsonDocument.Parse(output);
            using var read = JsonDocument.Parse((await CliProcess.RunAsync("", "bench", "--corpus", file)).Output);
            Assert.Equal(1_000_000, generated.RootElement.GetProperty("bytes").GetInt64());
            foreach (var name in new[] { "corpusSha256", "detections", "byDetector", "vectorBits", "allocatedBytes" })
            {
                Assert.Equal(generated.RootElement.GetProperty(name).GetRawText(), read.RootElement.GetProperty(name).GetRawText());
            }

            Assert.Equal(0, generated.RootElement.GetProperty("allocatedBytes").GetInt64());
            Assert.True(generated.RootElement.GetProperty("mbPerSecond").GetDouble() > 0);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Text;
using DlpDashboard.Cli;

namespace DlpDashboard.Tests.Cli;

public sealed class RedactCommandTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("redact").FullName;

    private Dictionary<string, string> Home => new() { ["HOME"] = _home, ["XDG_DATA_HOME"] = _home };

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Redact_masks_and_says_how_much()
    {
        var (code, output, error) = await CliProcess.RunAsync("my card 4539 1488 0343 6467\r\nbye", "redact");
        Assert.Equal((0, "my card 4539********6467\r\nbye"), (code, output));
        Assert.Equal("1 value redacted.", error.Trim());
    }

    [Fact]
    public async Task Two_runs_without_a_key_agree_and_keep_it_from_others()
    {
        var first = await CliProcess.RunAsync("ana@bluewater.io", Home, "redact", "--mode", "hash");
        var second = await CliProcess.RunAsync("ana@bluewater.io", Home, "redact", "--mode", "hash", "-");
        Assert.Matches(@"^\[EMAIL:[a-p]{16}\]$", first.Output);
        Assert.Equal(first.Output, second.Output);
        var key = Assert.Single(Directory.GetFiles(_home, "redaction.key", SearchOption.AllDirectories));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_key_of_ones_own_decides()
    {
        var key = Path.Combine(_home, "key");
        await File.WriteAllTextAsync(key, "a key of twenty bytes");
        var first = await CliProcess.RunAsync("card 4539148803436467", "redact", "--mode", "surrogate", "--key-file", key);
        Assert.Matches("^card 4539[0-9]{12}$", first.Output);
        Dictionary<string, string> variable = new(Home) { ["DLP__Redaction__Key"] = "a key of twenty bytes" };
        Assert.Equal(first.Output, (await CliProcess.RunAsync("card 4539148803436467", variable, "redact", "--mode", "surrogate")).Output);
        await File.WriteAllTextAsync(key, "short");
        var (code, output, error) = await CliProcess.RunAsync("x", "redact", "--mode", "surrogate", "--key-file", key);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("redact: ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mode", "shred")]
    [InlineData("/no/such/file")]
    [InlineData("--surrogates", "maybe")]
    public async Task Wrong_use_is_said_in_one_line(params string[] args)
    {
        var (code, output, error) = await CliProcess.RunAsync("", ["redact", .. args]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("redact: ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_utf16_stays_in_utf16()
    {
        var file = Path.Combine(_home, "text");
        await File.WriteAllTextAsync(file, "café: ana@bluewater.io\r\n", Encoding.BigEndianUnicode);
        var (code, output, _) = await CliProcess.RunAsync("", "redact", "--mode", "replace", file);
        Assert.Equal((0, "café: [EMAIL]\r\n"), (code, output));
    }

    [Fact]
    public void Transcoding_does_not_hang_on_the_cut()
    {
        var text = Encoding.Unicode.GetBytes("\ufeffé😀 end");
        var (there, back) = (new Transcoder(Encoding.Unicode, Encoding.UTF8), new Transcoder(Encoding.UTF8, Encoding.Unicode));
        var result = new List<byte>();
        for (var at = 0; at <= text.Length; at++)
        {
            var utf8 = there.Next(text.AsSpan(at, at < text.Length ? 1 : 0), at == text.Length).ToArray();
            result.AddRange(back.Next(utf8, at == text.Length).ToArray());
        }

        Assert.Equal(text, result);
    }
}

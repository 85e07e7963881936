using System.Text;
using System.Text.Json;
using DlpDashboard.Cli;
using DlpDashboard.Tests.Extraction;

namespace DlpDashboard.Tests.Cli;

public sealed class ScanCommandTests : IDisposable
{
    private static readonly string Card = "5500 0055 5555 " + "5559";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dlp-scan");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task Nothing_found_ends_with_0()
    {
        Put("a.txt", "plain words");
        var (code, json) = await ScanAsync();
        Assert.Equal(0, code);
        Assert.Empty(json.GetProperty("findings").EnumerateArray());
        Assert.Equal("scanned", json.GetProperty("objects")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Findings_name_object_place_and_masked_value_and_end_with_1()
    {
        Put("sub/b.csv", $"name,card\nBob,{Card}\n");
        Put("z.zip", Zipping.Zip(("in/c.json", Zipping.Text($"{{\"user\":{{\"card\":\"{Card}\"}}}}"))));
        var (code, json) = await ScanAsync();
        Assert.Equal(1, code);
        var findings = json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["sub/b.csv", "z.zip"], findings.Select(f => f.GetProperty("object").GetString()));
        var (first, second) = (findings[0].GetProperty("samples")[0], findings[1].GetProperty("samples")[0]);
        Assert.Equal("5500********5559", first.GetProperty("value").GetString());
        Assert.Equal("rows[1].card", first.GetProperty("location").GetProperty("path").GetString());
        Assert.Equal((14, 33), (first.GetProperty("start").GetInt32(), first.GetProperty("end").GetInt32()));
        Assert.Equal("in/c.json", second.GetProperty("location").GetProperty("entry").GetString());
        Assert.Equal("$.user.card", second.GetProperty("location").GetProperty("path").GetString());
        Assert.Equal(2, json.GetProperty("totals").GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task Values_stand_in_clear_only_when_asked_for()
    {
        Put("a.txt", $"card {Card}");
        var (_, json) = await ScanAsync("--show-values");
        Assert.Equal(Card, json.GetProperty("findings")[0].GetProperty("samples")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task What_could_not_be_read_is_told_and_ends_with_3()
    {
        Put("a.txt", $"card {Card}");
        Put("locked.zip", Zipping.WithFlags(Zipping.Zip(("a", Zipping.Text("x"))), 1));
        var (code, json) = await ScanAsync();
        Assert.Equal(3, code);
        var states = json.GetProperty("objects").EnumerateArray().ToDictionary(o => o.GetProperty("object").GetString()!, o => o);
        Assert.Equal("encrypted", states["locked.zip"].GetProperty("state").GetString());
        Assert.NotEmpty(states["locked.zip"].GetProperty("reason").GetString()!);
    }

    [Theory]
    [InlineData("card 4111 1111 1111 ", 1)]
    [InlineData("nothing ", 0)]
    public async Task Links_and_pipes_are_told_as_never_opened_and_are_no_failure(string text, int expected)
    {
        Put("a.txt", $"{text}{1111}");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), "/etc/hostname");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "folder"), "/etc");
        await System.Diagnostics.Process.Start("mkfifo", Path.Combine(_folder.FullName, "pipe")).WaitForExitAsync();
        var (code, json) = await ScanAsync();
        Assert.Equal(expected, code);
        var objects = json.GetProperty("objects").EnumerateArray().ToDictionary(o => o.GetProperty("object").GetString()!, o => o);
        Assert.All(["link", "folder", "pipe"], name => Assert.Equal("unsupported", objects[name].GetProperty("state").GetString()));
        Assert.Contains("Links are not followed", objects["link"].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("never opened", objects["pipe"].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_are_reported_in_the_order_of_their_keys_whatever_takes_how_long()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            Put($"f{random.Next(1000):000}/{i}.txt", new string('x', random.Next(200_000)) + $" card {Card}");
        }

        var (_, json) = await ScanAsync("--threads", "8");
        var names = json.GetProperty("objects").EnumerateArray().Select(o => o.GetProperty("object").GetString()!).ToList();
        Assert.Equal(200, names.Count);
        Assert.Equal(names.OrderBy(n => n, StringComparer.Ordinal), names);
        Assert.Equal(names, json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("object").GetString()!));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("table")]
    [InlineData("sarif")]
    public async Task Every_format_holds_the_finding(string format)
    {
        Put("=a.txt", $"card {Card}");
        var (code, text) = await RunAsync(format, _folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("payment-card", text);
        Assert.Contains("5500********5559", text);
        switch (format)
        {
            case "jsonl":
                Assert.Equal("=a.txt", JsonDocument.Parse(text).RootElement.GetProperty("object").GetString());
                break;
            case "csv":
                Assert.StartsWith("'=a.txt,payment-card,1,", text.Split("\r\n")[1]);
                break;
            case "sarif":
                Assert.Equal("2.1.0", JsonDocument.Parse(text).RootElement.GetProperty("version").GetString());
                break;
        }
    }

    [Theory]
    [InlineData("--detector", "no-such")]
    [InlineData("--threads", "0")]
    [InlineData("--format", "xml")]
    [InlineData("--min-likelihood", "sure")]
    public async Task Wrong_use_ends_with_2(string option, string value) =>
        Assert.Equal(2, await CliRoom.RunAsync(["scan", _folder.FullName, option, value]));

    [Fact]
    public async Task A_place_that_is_not_there_ends_with_2() =>
        Assert.Equal(2, await CliRoom.RunAsync(["scan", Path.Combine(_folder.FullName, "nope")]));

    private void Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    private void Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private async Task<(int Code, JsonElement Json)> ScanAsync(params string[] options)
    {
        var (code, text) = await RunAsync("json", [_folder.FullName, .. options]);
        return (code, JsonDocument.Parse(text).RootElement);
    }

    private static async Task<(int Code, string Text)> RunAsync(string format, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            var code = await CliRoom.RunAsync(["scan", .. arguments, "--format", format, "--out", file]);
            return (code, await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Text.Json;

namespace DlpDashboard.Tests.Cli;

/// <summary><c>policy evaluate</c> as a shell sees it.</summary>
public sealed class PolicyCommandTests
{
    private const string Open = """{"id":"a","accountId":"111122223333","bucket":"shop","policy":{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"}}}""";

    [Fact]
    public async Task An_open_bucket_is_told_with_its_reason_and_exits_with_one()
    {
        var (code, output, _) = await CliProcess.RunAsync(Open, "policy", "evaluate", "--provider", "s3");
        Assert.Equal(1, code);
        using var verdict = JsonDocument.Parse(output);
        Assert.Equal("a", verdict.RootElement.GetProperty("id").GetString());
        Assert.True(verdict.RootElement.GetProperty("isPublic").GetBoolean());
        Assert.Equal(["read"], verdict.RootElement.GetProperty("anonymousAccess").EnumerateArray().Select(one => one.GetString()));
        Assert.Contains(verdict.RootElement.GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("statement").GetString() == "0");
    }

    [Fact]
    public async Task Lines_are_judged_one_by_one_in_order()
    {
        var closed = """{"id":2,"bucket":"shop","policy":null}""";
        var (code, output, _) = await CliProcess.RunAsync($"{closed}\n{Open}\n", "policy", "evaluate", "--provider", "s3", "--jsonl-in");
        Assert.Equal(1, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([false, true], lines.Select(line => line.GetProperty("isPublic").GetBoolean()));
        Assert.Equal(2, lines[0].GetProperty("id").GetInt32());
    }

    [Theory]
    [InlineData("s3", "{", "input")]
    [InlineData("s3", """{"policy":7}""", "policy")]
    [InlineData("azure", """{"containers":{}}""", "containers")]
    public async Task Bad_input_is_one_line_that_says_where_and_exits_with_two(string provider, string input, string where)
    {
        var (code, output, error) = await CliProcess.RunAsync(input, "policy", "evaluate", "--provider", provider);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(where, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}

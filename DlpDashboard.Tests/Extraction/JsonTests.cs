using System.Text;
using System.Text.Json;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class JsonTests
{
    [Theory]
    [InlineData("{\"users\":[{\"name\":\"x\"},{\"email\":\"needle\"}]}", "email", "$.users[1].email")]
    [InlineData("{\"a\":[[1,[2,\"needle\"]]]}", "a", "$.a[0][1][1]")]
    [InlineData("[1,{\"a\":{}},\"needle\"]", "", "$[2]")]
    [InlineData("{\"odd key\":{\"0\":\"needle\"}}", "0", "$['odd key']['0']")]
    [InlineData("{\"k\\u0065y\":\"needle\"}", "key", "$.key")]
    [InlineData("{\"a\":\"x\",\"needle\":1}", "", "$")]
    [InlineData("{\"a\":{\"b\":1},\"c\":\"needle\"}", "c", "$.c")]
    [InlineData("{\"a\":\"br{ace } [ \\\" , : \",\"c\":\"needle\"}", "c", "$.c")]
    public void Values_know_their_property_and_path(string text, string key, string path)
    {
        var place = Extracting.PlaceOf(text, "needle");
        Assert.Equal((key, path, 1), (place.Key, place.Path, place.Line));
        Assert.Equal("json", Extracting.Find(text).Result.Kind);
    }

    [Fact]
    public void Each_json_line_stands_alone()
    {
        var text = "{\"id\":1,\"mail\":\"a\"}\n{\"id\":2,\"to\":[\"b\",\"needle\"]}\n{\"id\":3}\n";
        Assert.Equal(("to", "$.to[1]", 2, 20), Extracting.PlaceOf(text, "needle"));
        Assert.Equal("ndjson", Extracting.Find(text).Result.Kind);
    }

    [Theory]
    [InlineData("a\\u0040b.example", "a@b.example")]
    [InlineData("https:\\/\\/x", "https://x")]
    [InlineData("a\\nb\\tc\\r\\b\\f", "a\nb\tc\r\b\f")]
    [InlineData("\\\"in\\\" \\\\ out", "\"in\" \\ out")]
    [InlineData("\\uD83D\\uDE00!", "😀!")]
    [InlineData("\\uD83D!", "\uFFFD!")]
    [InlineData("\\uDE00\\u00e9", "\uFFFDé")]
    public void Escapes_are_resolved(string escaped, string expected) =>
        Assert.Equal($"{{\"v\":\"{expected}\"}}", Extracting.Find($"{{\"v\":\"{escaped}\"}}").Sink.Segments[0]);

    [Fact]
    public void Places_count_the_source_and_not_the_resolved_text()
    {
        var place = Extracting.PlaceOf("{\"x\":\"\\u0041\\n\\n\",\n \"y\":\"\\u00e9\\u00e9needle\"}", "needle");
        Assert.Equal(("y", "$.y", 2, 19), place);
    }

    [Theory]
    [InlineData("[2024-01-01 10:00] C:\\temp\\user needle")]
    [InlineData("[info] C:\\new needle")]
    [InlineData("{not: json} \\n needle")]
    [InlineData("[1] see \\ref needle")]
    [InlineData("{\"a\":01} needle")]
    public void What_only_begins_like_json_stays_as_it_is(string text)
    {
        var (result, sink) = Extracting.Find(text, "needle");
        Assert.Equal("text", result.Kind);
        Assert.Equal(text, Assert.Single(sink.Segments));
        Assert.Null(sink.Found[0].Location.Path);
    }

    [Fact]
    public void Json_that_breaks_later_loses_no_text()
    {
        var start = "{\"a\":\"" + new string('x', 5000) + "\\u0040";
        var (_, sink) = Extracting.Find(start + "\" C:\\Users\\needle", "needle");
        Assert.EndsWith("x@\" C:\\Users\\needle", sink.Segments[0]);
        Assert.Null(sink.Found[0].Location.Path);
    }

    [Fact]
    public void Nesting_beyond_what_is_tracked_is_still_text()
    {
        var deep = new string('[', 1000) + "\"needle\"" + new string(']', 1000);
        var (result, sink) = Extracting.Find($"{{\"a\":{deep},\"b\":\"needle\"}}", "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal(["", "b"], sink.Found.Select(f => f.Key));
        Assert.Equal([null, "$.b"], sink.Found.Select(f => f.Location.Path));
    }

    [Fact]
    public void Paths_stay_bounded()
    {
        var text = string.Concat(Enumerable.Repeat("{\"" + new string('k', 300) + "\":", 200)) + "\"needle\"" + new string('}', 200);
        Assert.InRange(Extracting.PlaceOf(text, "needle").Path!.Length, 1000, 1500);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Every_value_of_a_large_file_has_its_path(bool lines, bool escaped)
    {
        var text = new StringBuilder(lines ? "" : "{\"rows\":[");
        var random = new Random(11);
        for (var row = 0; row < 6000; row++)
        {
            text.Append(row == 0 ? "" : lines ? "\n" : ",\n ");
            text.Append("{\"id\":").Append(row).Append(",\"note\":\"").Append(escaped ? "\\u0416\\n\\\"" : "x{").Append('y', random.Next(60));
            text.Append("\",\"a long property name\":{\"list\":[[],[0,\"needle\"]]}}");
        }

        text.Append(lines ? "" : "]}");
        JsonDocument.Parse(lines ? "{}" : text.ToString()).Dispose();
        var (result, sink) = Extracting.Find(text.ToString(), "needle");
        Assert.Equal(lines ? "ndjson" : "json", result.Kind);
        Assert.Equal(6000, sink.Found.Count);
        Assert.All(sink.Found.Index(), f => Assert.Equal(
            ("list", lines ? "$['a long property name'].list[1][1]" : $"$.rows[{f.Index}]['a long property name'].list[1][1]", f.Index + 1),
            (f.Item.Key, f.Item.Location.Path, f.Item.Location.Line!.Value)));
    }
}

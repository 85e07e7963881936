using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class AvroTests
{
    private const string Schema = """
        {"type":"record","name":"shop.Order","fields":[
          {"name":"id","type":"long"},
          {"name":"customer","type":{"type":"record","name":"Customer","fields":[
            {"name":"card","type":["null","string"]},
            {"name":"born","type":{"type":"int","logicalType":"date"}},
            {"name":"friend","type":["null","Customer"]}]}},
          {"name":"tags","type":{"type":"array","items":"string"}},
          {"name":"notes","type":{"type":"map","values":"bytes"}},
          {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["SMALL","LARGE"]}},
          {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
          {"name":"code","type":{"type":"fixed","name":"Code","size":4}},
          {"name":"weight","type":"double"}]}
        """;

    [Theory]
    [InlineData("null")]
    [InlineData("deflate")]
    [InlineData("snappy")]
    [InlineData("zstandard")]
    public void Fields_are_keys_in_each_codec(string codec)
    {
        var file = AvroMaker.File(Schema, codec, (2, [.. Order(1, "first"), .. Order(2, "needle")]), (1, Order(3, "last")));
        foreach (var most in new[] { 1, int.MaxValue })
        {
            var sink = new RecordingSink("needle", "1970-01-11", "LARGE", "12.34", "4111111111111111", "note of last", "ABCD");
            var result = Extracting.Read(file, sink, seekable: false, most: most);
            Assert.Equal((ExtractionState.Scanned, "avro", null), (result.State, result.Kind, result.Reason));
            Assert.Single(sink.Segments);
            var found = sink.Found.Where(one => one.Word == "needle").Select(one => (one.Key, one.Location.Path)).ToList();
            Assert.Equal([("customer.card", "records[2].customer.card"), ("tags", "records[2].tags"), ("notes.hint", "records[2].notes.hint")], found);
            Assert.Equal(
                ["records[3].customer.born", "records[3].customer.friend.born", "records[3].notes.hint", "records[3].kind", "records[3].price", "records[3].code", "records[3].weight"],
                sink.Found.Select(one => one.Location.Path!).Where(path => path.StartsWith("records[3]", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_file_cut_short_or_damaged_gives_what_stands_before()
    {
        var file = AvroMaker.File(Schema, "null", (1, Order(1, "needle")), (1, Order(2, "needle")));
        var (result, sink) = Extracting.Find(file[..^20], "needle");
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Equal(3, sink.Found.Count);
        Assert.Equal(ExtractionState.Failed, Extracting.Find(file[..40]).Result.State);
        for (var at = 5; at < file.Length; at++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                var changed = file.ToArray();
                changed[at] = value;
                Assert.True(Extracting.Find(changed).Result.TextBytes < 10_000);
            }
        }
    }

    [Fact]
    public void Items_that_cost_no_bytes_are_bounded()
    {
        const string Nulls = """{"type":"array","items":"null"}""";
        var file = AvroMaker.File(Nulls, "null", (1, [.. AvroMaker.Long(long.MaxValue), 0]));
        var result = Extracting.Find(file).Result;
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("times its size", result.Reason);
    }

    [Fact]
    public void Records_in_themselves_without_end_are_damage()
    {
        const string Endless = """{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}""";
        Assert.Equal(ExtractionState.Partial, Extracting.Find(AvroMaker.File(Endless, "null", (1, [0]))).Result.State);
    }

    [Fact]
    public void Schemas_that_lie_are_damage()
    {
        foreach (var schema in new[] { "", "{", "[]x", "\"missing\"", "{\"type\":\"record\"}", "{\"type\":\"array\"}", new string('[', 500), "{\"type\":\"fixed\",\"name\":\"f\",\"size\":-1}", "7" })
        {
            Assert.Equal(ExtractionState.Failed, Extracting.Find(AvroMaker.File(schema, "null", (1, [2, 2]))).Result.State);
        }

        var unread = Extracting.Find(AvroMaker.File("\"long\"", "lzo", (1, [2]))).Result;
        Assert.Equal(ExtractionState.Partial, unread.State);
        Assert.Contains("lzo", unread.Reason);
    }

    private static byte[] Order(long id, string word) =>
    [
        .. AvroMaker.Long(id),
        .. AvroMaker.Long(1), .. AvroMaker.Text(word), .. AvroMaker.Long(10), .. AvroMaker.Long(1), .. AvroMaker.Long(0), .. AvroMaker.Long(10), .. AvroMaker.Long(0),
        .. AvroMaker.Long(1), .. AvroMaker.Text(word), .. AvroMaker.Long(0),
        .. AvroMaker.Long(1), .. AvroMaker.Text("hint"), .. AvroMaker.Text($"note of {word}"), .. AvroMaker.Long(0),
        .. AvroMaker.Long(1),
        .. AvroMaker.Long(2), 0x04, 0xD2,
        .. "ABCD"u8,
        .. BitConverter.GetBytes(4111111111111111.0),
    ];
}

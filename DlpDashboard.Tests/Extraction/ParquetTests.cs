using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Parquet;

namespace DlpDashboard.Tests.Extraction;

public sealed class ParquetTests
{
    [Fact]
    public void Columns_are_keys_and_numbers_are_text()
    {
        var file = ParquetMaker.File(
            3,
            ParquetMaker.Plain("card", [1, 4111111111111111, 3]),
            ParquetMaker.Plain("price", [100, 12345, 7], converted: 5, scale: 2),
            ParquetMaker.Plain("seen", [0, 1_600_000_000_000, 2], converted: 9),
            ParquetMaker.Dictionary("city", ["Rome", null, "needle"]),
            ParquetMaker.Plain("name", ["Ann", "Bob", "needle"]));
        foreach (var seekable in new[] { true, false })
        {
            var sink = new RecordingSink("4111111111111111", "needle", "123.45", "2020-09-13", "0.07");
            var result = Extracting.Read(file, sink, seekable: seekable);
            Assert.Equal((ExtractionState.Scanned, "parquet", null), (result.State, result.Kind, result.Reason));
            Assert.Equal(
                ["rows[2].card", "rows[2].price", "rows[3].price", "rows[2].seen", "rows[3].city", "rows[3].name"],
                sink.Found.Select(found => found.Location.Path));
            Assert.Equal(["card", "price", "price", "seen", "city", "name"], sink.Found.Select(found => found.Key));
            Assert.Equal("1\n4111111111111111\n3\n", sink.Segments[0]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void Each_codec_is_read(int codec)
    {
        var numbers = Enumerable.Range(0, 500).Select(i => i * 7919L).ToList();
        var file = ParquetMaker.File(500, ParquetMaker.Plain("n", numbers, codec), ParquetMaker.Plain("t", [.. numbers.Select(n => $"text {n}")], codec));
        var (result, sink) = Extracting.Find(file);
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.Equal(string.Concat(numbers.Select(n => $"{n}\n")), sink.Segments[0]);
        Assert.Equal(string.Concat(numbers.Select(n => $"text {n}\n")), sink.Segments[1]);
    }

    [Fact]
    public void Encodings_by_differences_are_read()
    {
        var numbers = Enumerable.Range(0, 300).Select(i => (i % 3 == 0 ? -1L : 1L) * i * 100_000_007L).ToList();
        var texts = numbers.Select(n => $"customer {n / 1000}").ToList();
        var file = ParquetMaker.File(300, ParquetMaker.Delta("n", numbers), ParquetMaker.DeltaTexts("t", texts), ParquetMaker.SharedTexts("s", texts));
        var (result, sink) = Extracting.Find(file);
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.Equal(string.Concat(numbers.Select(n => $"{n}\n")), sink.Segments[0]);
        Assert.Equal(string.Concat(texts.Select(t => $"{t}\n")), sink.Segments[1]);
        Assert.Equal(sink.Segments[1], sink.Segments[2]);
    }

    [Fact]
    public void A_value_repeated_two_billion_times_costs_nothing()
    {
        var file = ParquetMaker.File(int.MaxValue, ParquetMaker.Repeated("country", "needle", int.MaxValue), ParquetMaker.Plain("last", ["needle"]));
        var (result, sink) = Extracting.Find(file, "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal(101, sink.Found.Count);
        Assert.Equal("rows[100].country", sink.Found[99].Location.Path);
    }

    [Fact]
    public void Columns_that_overlap_are_not_read_again_and_again()
    {
        var column = ParquetMaker.Plain("n", Enumerable.Range(0, 2000).Select(i => (long)i).ToList());
        var lying = ParquetMaker.File(2000, column with { Claimed = 40_000 }, column, column with { Claimed = 17_000 });
        var (result, sink) = Extracting.Find(lying);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("overlap", result.Reason);
        Assert.InRange(sink.Segments.Count, 1, 2);
    }

    [Fact]
    public void What_is_not_read_is_named()
    {
        var unread = ParquetMaker.Plain("lzo", [1L]) with { Codec = 3 };
        var (result, sink) = Extracting.Find(ParquetMaker.File(1, unread, ParquetMaker.Plain("t", ["needle"])), "needle");
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Equal("1 of 2 column chunks could not be read fully. The first, lzo: Its compression is LZO, which is not read.", result.Reason);
        Assert.Single(sink.Found);
        byte[] encrypted = [.. "PAR1\u0015"u8, .. new byte[40], 20, 0, 0, 0, .. "PARE"u8];
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(encrypted).Result.State);
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_lying_lengths_fails_or_is_partial()
    {
        var whole = ParquetMaker.File(3, ParquetMaker.Plain("card", [1, 2, 3], 2), ParquetMaker.Dictionary("city", ["Rome", null, "x"]));
        for (var length = 5; length < whole.Length; length++)
        {
            Assert.Equal(ExtractionState.Failed, Extracting.Find(whole[..length]).Result.State);
        }

        for (var at = 5; at < whole.Length; at++)
        {
            foreach (var value in new byte[] { 0, 0x7F, 0x80, 0xFF })
            {
                var changed = whole.ToArray();
                changed[at] = value;
                Assert.True(Extracting.Find(changed).Result.TextBytes < 100_000);
            }
        }
    }

    [Fact]
    public void Names_of_lists_and_maps_leave_their_wrappers_out()
    {
        byte[] schema = new ThriftMaker().Structs(1,
        [
            new ThriftMaker().Text(4, "root").Int(5, 1),
            new ThriftMaker().Int(3, 1).Text(4, "phones").Int(5, 1),
            new ThriftMaker().Int(3, 2).Text(4, "list").Int(5, 1),
            new ThriftMaker().Int(3, 1).Text(4, "element").Int(5, 1),
            new ThriftMaker().Int(1, 6).Int(3, 1).Text(4, "item"),
        ]).Done();
        var cursor = new ThriftCursor(schema);
        var id = 0;
        Assert.True(cursor.Field(ref id, out _));
        var column = Assert.Single(ParquetSchema.Read(ref cursor));
        Assert.Equal(("phones.item", 4, 1), (System.Text.Encoding.UTF8.GetString(column.Path), column.MaxDefinition, column.MaxRepetition));
    }
}

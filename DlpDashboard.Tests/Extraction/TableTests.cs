using System.Text;
using DlpDashboard.Extraction.Tables;

namespace DlpDashboard.Tests.Extraction;

public sealed class TableTests
{
    [Theory]
    [InlineData("name,card\nBob,1\nEve,needle\n", "card", "rows[2].card", 3, 5)]
    [InlineData("name;card\nBob;1\nEve;needle\n", "card", "rows[2].card", 3, 5)]
    [InlineData("name\tcard\nBob\t1\nEve\tneedle", "card", "rows[2].card", 3, 5)]
    [InlineData("name|card\r\nBob|1\r\nEve|needle\r\n", "card", "rows[2].card", 3, 5)]
    [InlineData("\"name\",\"my card\"\nBob,1\n\"a \"\"b\"\", c\",\"needle\"\n", "my card", "rows[2].my card", 3, 15)]
    [InlineData("name,note,card\nBob,\"two\nlines, \"\"here\"\"\",1\nEve,,needle\n", "card", "rows[2].card", 4, 6)]
    [InlineData("1,2\n3,4\n5,needle\n", "", "rows[3].column2", 3, 3)]
    [InlineData("name,,card\na,b,c\na,needle,c\n", "", "rows[2].column2", 3, 3)]
    [InlineData("size,card\n5\" pipe,1\n6\" pipe,needle\n", "card", "rows[2].card", 3, 9)]
    public void Values_know_their_column_and_row(string text, string key, string path, int line, int column)
    {
        Assert.Equal((key, path, line, column), Extracting.PlaceOf(text, "needle"));
        Assert.Equal(text.Contains('\t') ? "tsv" : "csv", Extracting.Find(text).Result.Kind);
    }

    [Theory]
    [InlineData("Dear Bob, this is prose.\nIt goes on without any, or with two, commas, as it likes.\nneedle\n")]
    [InlineData("one line, with a comma needle")]
    [InlineData("a,b\nneedle\n")]
    public void Prose_is_no_table(string text)
    {
        Assert.Equal("text", Extracting.Find(text).Result.Kind);
        Assert.Null(Extracting.PlaceOf(text, "needle").Path);
    }

    [Fact]
    public void The_fast_way_over_a_table_equals_the_slow_way_at_every_cut()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = new byte[random.Next(400)];
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (byte)"\",\nx\"abcdefghijkl\r"[random.Next(round % 2 == 0 ? 5 : 18)];
            }

            var slow = TablePlace.Start;
            for (var i = 0; i < text.Length; i++)
            {
                slow.Advance(text.AsSpan(i, 1), (byte)',');
            }

            var cut = random.Next(text.Length + 1);
            var fast = TablePlace.Start;
            fast.Advance(text.AsSpan(0, cut), (byte)',');
            fast.Advance(text.AsSpan(cut), (byte)',');
            Assert.Equal(slow, fast);
        }
    }

    [Fact]
    public void Every_cell_of_a_large_table_can_be_asked_for()
    {
        var text = new StringBuilder("id,note,needle column\n");
        for (var row = 1; row <= 12_000; row++)
        {
            text.Append(row).Append(row % 7 == 0 ? ",\"quoted, and\r\ntwo lines\"," : ",plain,").Append("needle\n");
        }

        var found = Extracting.Find(text.ToString(), "needle").Sink.Found;
        Assert.Equal(12_001, found.Count);
        Assert.Equal("rows[0].needle column", found[0].Location.Path);
        Assert.All(found.Skip(1).Index(), f => Assert.Equal(("needle column", $"rows[{f.Index + 1}].needle column"), (f.Item.Key, f.Item.Location.Path)));
        Assert.Equal(12_001 + (12_000 / 7), found[^1].Location.Line);
    }
}

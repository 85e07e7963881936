using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Sqlite;

namespace DlpDashboard.Tests.Extraction;

public sealed class SqliteTests
{
    [Fact]
    public void Columns_are_keys_and_rows_have_their_numbers()
    {
        foreach (var seekable in new[] { true, false })
        {
            var sink = new RecordingSink("needle", "4111111111111111", "Person 60");
            var result = Extracting.Read(ToolMadeFiles.Get("sqlite"), sink, seekable: seekable);
            Assert.Equal((ExtractionState.Scanned, "sqlite", null), (result.State, result.Kind, result.Reason));
            Assert.Equal(
                [("note", "customers.note rowid 20"), ("card", "customers.card rowid 30"), ("full name", "customers.full name rowid 600"), ("value", "codes.value row 4")],
                sink.Found.Select(found => (found.Key, found.Location.Path!)));
            Assert.Equal(2, sink.Segments.Count);
            Assert.Equal("10\nPerson 1\n1\n0.5\n20\nPerson 2\n2\nxxx", sink.Segments[0][..35]);
            Assert.Contains("c000\nk\nvalue number 0\n", sink.Segments[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_in_utf16_is_read()
    {
        var (result, sink) = Extracting.Find(ToolMadeFiles.Get("sqlite-utf16"), "needle", "Person 3");
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.Equal(["customers.note rowid 20", "customers.full name rowid 30", "codes.value row 2"], sink.Found.Select(found => found.Location.Path));
    }

    [Fact]
    public void A_damaged_database_is_partial_and_never_a_circle()
    {
        var whole = ToolMadeFiles.Get("sqlite");
        var cut = Extracting.Find(whole[..(whole.Length / 2)]).Result;
        Assert.Equal(ExtractionState.Partial, cut.State);
        Assert.Contains("damaged", cut.Reason);
        Assert.Equal(ExtractionState.Failed, Extracting.Find(whole[..200]).Result.State);
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var changed = whole.ToArray();
            for (var i = 0; i < 1 + (round % 5); i++)
            {
                changed[random.Next(16, changed.Length)] = (byte)random.Next(256);
            }

            Assert.True(Extracting.Find(changed).Result.TextBytes < 200_000, $"{round}");
        }
    }

    [Theory]
    [InlineData("CREATE TABLE t (a, b)", "a,b", -1, true)]
    [InlineData("CREATE TABLE \"t(x)\" (a, b)", "x", -1, true)]
    [InlineData("CREATE TABLE t ( [first one] TEXT CHECK(x IN (',', ')')), \"b,c\" INT, PRIMARY KEY (\"b,c\"))", "first one,b,c", -1, true)]
    [InlineData("CREATE TABLE t (n INTEGER PRIMARY KEY AUTOINCREMENT, m TEXT)", "n,m", 0, true)]
    [InlineData("CREATE TABLE t (a TEXT, b TEXT PRIMARY KEY, c TEXT) WITHOUT ROWID", "b,a,c", -1, false)]
    [InlineData("CREATE TABLE t (a", "", -1, true)]
    [InlineData("nothing", "", -1, true)]
    public void Columns_are_told_from_the_statement(string sql, string names, int rowId, bool hasRowId)
    {
        var columns = SqliteColumns.Read(sql);
        Assert.Equal((names, rowId, hasRowId), (string.Join(',', columns.Names), columns.RowId, columns.HasRowId));
    }
}

using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class SqlTests
{
    private const string MySql = """
        -- MySQL dump 10.13
        /*!40101 SET NAMES utf8 */;
        CREATE TABLE `customers` (
          `id` int NOT NULL, -- the number
          `full name` varchar(20) DEFAULT 'x,y)',
          `card` varchar(20),
          PRIMARY KEY (`id`),
          KEY `k` (`card`)
        ) ENGINE=InnoDB;
        INSERT INTO `customers` VALUES (1,'O\'Brien, (a','4111'),(2,'needle','x;y'),
        (3,'it''s','needle');
        INSERT INTO `customers` (`card`, `id`) VALUES ('needle', NOW());
        -- needle in a note
        """;

    private const string Postgres = """
        --
        -- PostgreSQL database dump
        --
        SET statement_timeout = 0;
        CREATE TABLE public.people (
            id integer NOT NULL,
            born timestamp without time zone,
            "e-mail" text DEFAULT 'a'::text
        );
        COPY public.people (id, "e-mail") FROM stdin;
        1	first
        2	needle
        \.

        CREATE FUNCTION f() RETURNS text AS $$ it's $$;
        INSERT INTO public.people VALUES (3, 'C:\', 'needle');
        SELECT 1;
        """;

    [Fact]
    public void Inserted_values_have_their_columns()
    {
        var (result, sink) = Extracting.Find(MySql, "needle", "4111", "O\\'Brien");
        Assert.Equal((ExtractionState.Scanned, "sql", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(MySql, Assert.Single(sink.Segments));
        Assert.Equal(
            [
                ("full name", "customers rows[1].full name", 10), ("card", "customers rows[1].card", 10), ("full name", "customers rows[2].full name", 10),
                ("card", "customers rows[3].card", 11), ("card", "customers rows[4].card", 12), ("", null, 13),
            ],
            sink.Found.Select(found => (found.Key, found.Location.Path, found.Location.Line ?? 0)));
    }

    [Fact]
    public void Copied_lines_have_their_columns()
    {
        var (result, sink) = Extracting.Find(Postgres, "needle", "SELECT 1");
        Assert.Equal((ExtractionState.Scanned, "sql"), (result.State, result.Kind));
        Assert.Equal(Postgres, Assert.Single(sink.Segments));
        Assert.Equal(
            [("e-mail", "public.people rows[2].e-mail", 12), ("e-mail", "public.people rows[3].e-mail", 16), ("", null, 17)],
            sink.Found.Select(found => (found.Key, found.Location.Path, found.Location.Line ?? 0)));
    }

    [Fact]
    public void A_long_line_is_cut_without_losing_the_place()
    {
        var dump = new StringBuilder("INSERT INTO t (a, b) VALUES ");
        for (var row = 1; row <= 30_000; row++)
        {
            dump.Append(row == 1 ? "" : ",").Append('(').Append(row).Append(",'ä value").Append(row == 29_999 ? " needle" : "").Append("')");
        }

        foreach (var most in new[] { 1000, int.MaxValue })
        {
            var sink = new RecordingSink("needle");
            var result = Extracting.Read(Zipping.Text(dump.Append(';').ToString()), sink, seekable: false, most: most);
            Assert.Equal("sql", result.Kind);
            Assert.Equal(("b", "t rows[29999].b", 1), (sink.Found[0].Key, sink.Found[0].Location.Path, sink.Found[0].Location.Line));
            Assert.Equal(dump.ToString(), Assert.Single(sink.Segments));
        }
    }

    [Fact]
    public void Text_that_is_not_utf8_is_read_as_western()
    {
        byte[] dump = [.. "INSERT INTO t VALUES ('M"u8, 0xFC, .. "ller needle');\n"u8];
        var (result, sink) = Extracting.Find(dump, "needle");
        Assert.Equal("sql", result.Kind);
        Assert.Equal("INSERT INTO t VALUES ('Müller needle');\n", Assert.Single(sink.Segments));
        Assert.Equal("t rows[1].column1", sink.Found[0].Location.Path);
    }

    [Theory]
    [InlineData("To fill it, use INSERT INTO t VALUES (1)\n")]
    [InlineData("a,b\nINSERT INTO x,2\n")]
    [InlineData("SET your mind at ease\n")]
    [InlineData("{\"sql\": \"CREATE TABLE t (a)\"}")]
    public void Text_that_only_mentions_statements_is_no_dump(string text) => Assert.NotEqual("sql", Extracting.Find(text).Result.Kind);
}

using System.Text;
using DlpDashboard.Extraction.Keys;

namespace DlpDashboard.Tests.Extraction;

public sealed class KeyTests
{
    [Theory]
    [InlineData("# settings\ndatabase:\n  host: db\n  password: needle\n", "password", "database.password", 4, 13)]
    [InlineData("users:\n- name: a\n  mail: b\n- name: c\n  mail: needle\n", "mail", "users[1].mail", 5, 9)]
    [InlineData("users:\n  - name: a\n  - name: needle\n", "name", "users[1].name", 3, 11)]
    [InlineData("cards:\n  - one\n  - two\n  - needle\n", "cards", "cards[2]", 4, 5)]
    [InlineData("a:\n  - - x\n    - needle\nb: c\n", "a", "a[0][1]", 3, 7)]
    [InlineData("a: 1\nb:\n  text: |\n    line one\n    needle\n  c: d\n", "text", "b.text", 5, 5)]
    [InlineData("one:\n  two:\n    three: x\n  four: needle\n", "four", "one.four", 4, 9)]
    [InlineData("\"card no\": 1\nplain: 2\nother: 3\n\"my key\": needle\n", "my key", "my key", 4, 11)]
    [InlineData("---\nkey: needle\n", "key", "key", 2, 6)]
    [InlineData("a: b\nhosts: {main: x, spare: needle}\n", "hosts spare", "hosts", 2, 25)]
    [InlineData("a:\r\n  b: x\r\n  c: needle\r\n", "c", "a.c", 3, 6)]
    public void Yaml_knows_its_keys(string text, string key, string path, int line, int column)
    {
        Assert.Equal((key, path, line, column), Extracting.PlaceOf(text, "needle"));
        Assert.Equal("yaml", Extracting.Find(text).Result.Kind);
    }

    [Theory]
    [InlineData("; settings\n[database]\nhost = db\npassword = needle\n", "ini", "password", "[database] password")]
    [InlineData("top = 1\n[a.b]\nx = 1\n[[c]]\ncard = \"needle\"\n", "ini", "card", "[c] card")]
    [InlineData("[mail]\nuser: a\npass=needle\n", "ini", "pass", "[mail] pass")]
    [InlineData("# env\nexport DB_HOST=x\nDB_PASSWORD=needle\n", "properties", "DB_PASSWORD", "DB_PASSWORD")]
    [InlineData("db.user=x\ndb.text=one \\\n  two=2 \\\n  needle\n", "properties", "db.text", "db.text")]
    [InlineData("KEY=needle", "properties", "KEY", "KEY")]
    [InlineData("A=1\nDSN=\"host=db;password=needle;x=1\"\n", "properties", "DSN password", "DSN")]
    public void Assignments_know_their_keys(string text, string kind, string key, string path)
    {
        var (foundKey, foundPath, _, _) = Extracting.PlaceOf(text, "needle");
        Assert.Equal((kind, key, path), (Extracting.Find(text).Result.Kind, foundKey, foundPath));
    }

    [Theory]
    [InlineData("2026-01-01 12:00:00 WARN login failed user=bob card=needle ip=::1\nanother line here\n", "card", "card")]
    [InlineData("2026-01-01 12:00:00 WARN {user: bob} \"pin\": \"needle\"\nanother line here\n", "pin", null)]
    [InlineData("Some prose, and then\nCard number: needle is what he said.\n", "Card number", null)]
    [InlineData("see http://needle/ for more of it\n", "", null)]
    [InlineData("he met the needle at 12:30\n", "", null)]
    [InlineData("GET /x?a=b&token=needle HTTP/1.1\nHost: x\nanother line\n", "token", "token")]
    public void A_key_beside_a_value_is_seen_in_any_text(string text, string key, string? path)
    {
        var (foundKey, foundPath, _, _) = Extracting.PlaceOf(text, "needle");
        Assert.Equal((key, path), (foundKey, foundPath));
        Assert.Equal("text", Extracting.Find(text).Result.Kind);
    }

    [Theory]
    [InlineData("Dear Bob,\n\nthanks: you know for what.\nYours\n")]
    [InlineData("using System;\nnamespace A;\ninternal sealed class B\n{\n    private int _c = 1;\n}\n")]
    [InlineData("#include <x.h>\nint main() {\n  int a = 1;\n  return a;\n}\n")]
    [InlineData("class A:\n    def b(self):\n        try:\n            return c(self)\n        except E:\n            pass\n        else:\n            d()\n        return None\n")]
    [InlineData("12:00 one\n12:01 two\n12:02 three\n")]
    public void Prose_and_code_are_no_configuration(string text) => Assert.Equal(KeyShape.None, KeySniffer.Detect(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("# Title\n\n| Name | Card no |\n|------|:-------:|\n| A | 1 |\n| B | needle |\n", "Card no", "table row 3, Card no")]
    [InlineData("Text before.\n\nName | *Card*\n--- | ---\nA | needle\n", "Card", "table row 2, Card")]
    [InlineData("| no | rule |\n| under | it |\n\nneedle | x\n", "", null)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n\nprose with a | bar and needle\n", "", null)]
    public void Markdown_tables_have_their_headers_as_keys(string text, string key, string? path)
    {
        text = "Some prose, and more of it: as it comes.\n\n" + text;
        var (foundKey, foundPath, _, _) = Extracting.PlaceOf(text, "needle");
        Assert.Equal((key, path), (foundKey, foundPath));
    }

    [Fact]
    public void Every_cell_of_a_large_markdown_table_can_be_asked_for()
    {
        var text = new StringBuilder("# Cards\n\n| name | card |\n|---|---|\n");
        for (var row = 0; row < 6_000; row++)
        {
            text.Append("| a | needle |\n");
        }

        var found = Extracting.Find(text.ToString(), "needle").Sink.Found;
        Assert.Equal(6_000, found.Count);
        Assert.All(found.Index(), f => Assert.Equal(("card", $"table row {f.Index + 2}, card"), (f.Item.Key, f.Item.Location.Path)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_value_of_a_large_configuration_can_be_asked_for(bool isWestern)
    {
        var text = new StringBuilder("root:\n  people:\n");
        for (var item = 0; item < 12_000; item++)
        {
            text.Append("    - name: ").Append(isWestern ? "Zoë" : "Zoe").Append(item % 5 == 0 ? "\n      note: some words\n" : "\n").Append("      secret: needle\n");
        }

        var bytes = isWestern ? Encoding.Latin1.GetBytes(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
        var found = Extracting.Find(bytes, "needle").Sink.Found;
        Assert.Equal(12_000, found.Count);
        Assert.All(found.Index(), f => Assert.Equal(("secret", $"root.people[{f.Index}].secret"), (f.Item.Key, f.Item.Location.Path)));
        Assert.Equal(2 + 24_000 + 2_400, found[^1].Location.Line);
    }

    [Fact]
    public void A_configuration_made_to_be_deep_is_read_in_bounds()
    {
        var text = new StringBuilder();
        for (var depth = 0; depth < 400; depth++)
        {
            text.Append(' ', depth).Append('k').Append(depth).Append(":\n");
        }

        text.Append(' ', 400).Append("end: needle\n");
        var found = Assert.Single(Extracting.Find(text.ToString(), "needle").Sink.Found);
        Assert.StartsWith("k0.k1.k2.", found.Location.Path);
        Assert.InRange(found.Location.Path!.Length, 10, 1400);
    }
}

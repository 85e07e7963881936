using DlpDashboard.Posture.Explaining;

namespace DlpDashboard.Tests.Posture;

/// <summary>What changed between two texts, and a document with a part of it marked.</summary>
public sealed class LineDiffTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("", "a b")]
    [InlineData("a b", "")]
    [InlineData("a b c", "a x c")]
    [InlineData("a b c a b b a", "c b a b a c")]
    [InlineData("a b c d e f", "f e d c b a")]
    public void Both_texts_can_be_read_from_the_difference(string before, string after)
    {
        string[] former = before.Split(' ', StringSplitOptions.RemoveEmptyEntries), newer = after.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = LineDiff.Of(former, newer);
        Assert.Equal(former, lines.Where(line => line.Kind != DiffKind.New).Select(line => line.Text));
        Assert.Equal(newer, lines.Where(line => line.Kind != DiffKind.Gone).Select(line => line.Text));
    }

    [Fact]
    public void Any_two_texts_can_be_read_from_their_difference()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            string[] former = Letters(), newer = Letters();
            var lines = LineDiff.Of(former, newer);
            Assert.Equal(former, lines.Where(line => line.Kind != DiffKind.New).Select(line => line.Text));
            Assert.Equal(newer, lines.Where(line => line.Kind != DiffKind.Gone).Select(line => line.Text));
        }

        string[] Letters() => [.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => ((char)('a' + random.Next(0, 4))).ToString())];
    }

    [Fact]
    public void A_small_change_is_shown_as_small() =>
        Assert.Equal(
            [DiffKind.Same, DiffKind.Gone, DiffKind.New, DiffKind.Same],
            LineDiff.Of(["{", "\"a\": 1", "}"], ["{", "\"a\": 2", "}"]).Select(line => line.Kind));

    [Fact]
    public void Texts_that_share_nothing_are_replaced_in_bounded_time()
    {
        string[] former = [.. Enumerable.Range(0, JsonLines.MaxLines).Select(at => $"a{at}")], newer = [.. Enumerable.Range(0, JsonLines.MaxLines).Select(at => $"b{at}")];
        var lines = LineDiff.Of(former, newer);
        Assert.Equal((former.Length, newer.Length), (lines.Count(line => line.Kind == DiffKind.Gone), lines.Count(line => line.Kind == DiffKind.New)));
    }

    [Fact]
    public void Equal_lines_far_from_a_change_are_folded_and_counted()
    {
        string[] former = [.. Enumerable.Range(0, 50).Select(at => $"{at}")];
        string[] newer = [.. former];
        newer[25] = "other";
        var folded = LineDiff.Folded(LineDiff.Of(former, newer));
        Assert.Equal("22 lines as before", folded[0].Text);
        Assert.Equal(1 + 3 + 2 + 3 + 1, folded.Count);
        Assert.Equal("21 lines as before", folded[^1].Text);
    }

    [Theory]
    [InlineData("Statement.1", "\"Sid\": \"second\"")]
    [InlineData("Statement.1.Effect", "\"Effect\": \"Allow\"")]
    [InlineData("Statement.0", "\"Sid\": \"first\"")]
    public void The_lines_of_a_statement_are_marked(string path, string marked)
    {
        var lines = JsonLines.Of("""{"Version":"2012-10-17","Statement":[{"Sid":"first","Effect":"Deny"},{"Sid":"second","Effect":"Allow"}]}""", path);
        Assert.InRange(lines.From, 1, lines.To);
        Assert.Contains(lines.Lines.Skip(lines.From).Take(lines.To - lines.From + 1), line => line.Contains(marked, StringComparison.Ordinal));
        Assert.Equal(lines.Lines[lines.From].TakeWhile(letter => letter == ' ').Count(), lines.Lines[lines.To].TakeWhile(letter => letter == ' ').Count());
    }

    [Fact]
    public void A_single_statement_that_is_no_list_is_marked_as_a_whole_and_an_unknown_path_marks_nothing()
    {
        var single = JsonLines.Of("""{"Statement":{"Sid":"only"}}""", "Statement.0");
        Assert.Equal((1, 3), (single.From, single.To));
        Assert.Equal(-1, JsonLines.Of("""{"a":[]}""", "b.c").From);
    }

    [Fact]
    public void Written_lines_are_the_same_document_again_and_hostile_ones_are_cut()
    {
        const string json = """{"a":[1,true,null,{"ü<&\"":"x"},[],{}],"b":-1.5e3}""";
        var lines = JsonLines.Of(json);
        using var one = System.Text.Json.JsonDocument.Parse(string.Join('\n', lines.Lines));
        using var other = System.Text.Json.JsonDocument.Parse(json);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(one.RootElement, other.RootElement));
        var many = JsonLines.Of($"[{string.Join(',', Enumerable.Repeat("0", 200_000))}]", "199999");
        Assert.True(many.IsCut);
        Assert.Equal(JsonLines.MaxLines, many.Lines.Count);
        Assert.True(JsonLines.Of($"\"{new string('x', 100_000)}\"").Lines[0].Length < JsonLines.MaxLength + 10);
    }
}

using System.Text.Json;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Measuring;

namespace DlpDashboard.Tests.Storage;

/// <summary>What is counted of a listing, whatever its keys look like, and that nothing grows with it.</summary>
public sealed class BucketTallyTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("a/report.PDF", "pdf")]
    [InlineData("archive.tar.gz", "gz")]
    [InlineData("a.b/c", "")]
    [InlineData(".profile", "")]
    [InlineData("a/.profile", "")]
    [InlineData("name.", "")]
    [InlineData("name.this-is-no-extension", "")]
    [InlineData("name.abcdefghijklmnopq", "")]
    [InlineData("name.tx\u0001t", "")]
    [InlineData("name.тхт", "")]
    [InlineData("", "")]
    [InlineData("/", "")]
    public void An_extension_is_a_short_plain_word_behind_the_last_dot(string key, string expected)
    {
        Span<char> target = stackalloc char[FileExtension.MaxLength];
        Assert.Equal(expected, target[..FileExtension.Write(key, target)].ToString());
    }

    [Theory]
    [InlineData(0, "Up to 7 days")]
    [InlineData(-5, "Up to 7 days")]
    [InlineData(7, "Up to 7 days")]
    [InlineData(8, "8 to 30 days")]
    [InlineData(365, "181 days to 1 year")]
    [InlineData(366, "1 to 2 years")]
    [InlineData(5000, "Over 5 years")]
    public void An_age_has_its_band(int days, string expected) => Assert.Equal(expected, AgeBand.Names[AgeBand.Of(Now.AddDays(-days), Now)]);

    [Fact]
    public void A_change_at_no_known_time_has_no_known_age() => Assert.Equal("Unknown", AgeBand.Names[AgeBand.Of(DateTime.UnixEpoch, Now)]);

    [Fact]
    public void Everything_is_counted_once_and_prefixes_exactly()
    {
        var tally = new BucketTally(Now, 0);
        foreach (var (key, size) in new[] { ("a/1.csv", 10L), ("a/b/2.csv", 5), ("b/3.txt", 100), ("c.txt", 7), ("d", 0) })
        {
            tally.Add(Listed(key, size, key == "d" ? "GLACIER" : "STANDARD"));
        }

        var figures = tally.End();
        Assert.Equal((5, 122), (tally.Objects, tally.Bytes));
        Assert.Equal([("b/", 1L, 100L), ("a/", 2, 15)], figures.Prefixes.Select(one => (one.Name, one.Objects, one.Bytes)));
        Assert.Equal((2, 2, 7), (figures.PrefixCount, figures.TopObjects, figures.TopBytes));
        Assert.Equal([("txt", 2L, 107L), ("csv", 2, 15), ("", 1, 0)], figures.Extensions.Select(one => (one.Name, one.Objects, one.Bytes)));
        Assert.Equal([("STANDARD", 4L), ("GLACIER", 1)], figures.Classes.Select(one => (one.Name, one.Objects)));
        Assert.Equal("b/3.txt", figures.Largest[0].Key);
        Assert.False(figures.ExtensionsAreApproximate);
    }

    [Fact]
    public void Prefixes_begin_behind_the_endpoints_own()
    {
        var tally = new BucketTally(Now, "team/".Length);
        tally.Add(Listed("team/a/1", 1));
        tally.Add(Listed("team/b/1", 2));
        tally.Add(Listed("team/top", 4));
        Assert.Equal(["team/b/", "team/a/"], tally.End().Prefixes.Select(one => one.Name));
    }

    [Fact]
    public void What_has_no_size_is_an_object_without_bytes_and_told_apart()
    {
        var tally = new BucketTally(Now, 0);
        tally.Add(Listed("link", 0) with { KnownFault = StoreFault.NeverOpened });
        tally.Add(Listed("empty", 0));
        tally.Add(Listed("negative", -5));
        Assert.Equal((3, 0, 1), (tally.Objects, tally.Bytes, tally.Unsized));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(777)]
    [InlineData(1999)]
    public void Put_away_and_taken_up_anywhere_the_count_is_the_same(int cut)
    {
        var keys = Enumerable.Range(0, 2000).Select(at => Listed($"p{at / 7:D4}/\u0001\u0000{at:D5}.e{at % 600}", at * 31 % 977, at % 3 == 0 ? null : $"C{at % 40}")).ToList();
        var whole = new BucketTally(Now, 0);
        keys.ForEach(whole.Add);
        var first = new BucketTally(Now, 0);
        keys.Take(cut).ToList().ForEach(first.Add);
        var second = new BucketTally(Now, 0);
        second.Restore(JsonSerializer.Deserialize<TallyState>(JsonSerializer.Serialize(first.Save(), JsonSerializerOptions.Web), JsonSerializerOptions.Web)!);
        keys.Skip(cut).ToList().ForEach(second.Add);

        var (one, other) = (whole.End(), second.End());
        Assert.Equal((whole.Objects, whole.Bytes), (second.Objects, second.Bytes));
        Assert.Equal(one.Prefixes.Select(p => p.Bytes), other.Prefixes.Select(p => p.Bytes));
        Assert.Equal((one.PrefixCount, one.TopBytes), (other.PrefixCount, other.TopBytes));
        Assert.Equal(one.Classes.Sum(c => c.Bytes), other.Classes.Sum(c => c.Bytes));
        Assert.Equal(one.Largest.Select(l => l.Bytes), other.Largest.Select(l => l.Bytes));
        Assert.Equal(one.Ages, other.Ages);
    }

    [Fact]
    public void A_name_too_heavy_to_miss_is_never_missed_nor_told_too_light()
    {
        var sketch = new HeavySketch();
        var random = new Random(4);
        var truth = new Dictionary<string, long>();
        for (var at = 0; at < 50_000; at++)
        {
            var name = at % 5 == 0 ? $"heavy{at % 25}" : $"x{random.Next(20_000)}";
            var bytes = name[0] == 'h' ? 1_000 : random.Next(50);
            truth[name] = truth.GetValueOrDefault(name) + bytes;
            sketch.Add(name, bytes);
        }

        Assert.True(sketch.IsApproximate);
        var total = truth.Values.Sum();
        Assert.Equal(total, sketch.Entries.Sum(entry => entry.Bytes));
        Assert.All(sketch.Entries, entry => Assert.InRange(truth.GetValueOrDefault(entry.Name), entry.Bytes - entry.Error, entry.Bytes));
        Assert.All(sketch.Entries, entry => Assert.InRange(entry.Error, 0, total / HeavySketch.Places));
        Assert.Equal(truth.Where(pair => pair.Value > total / HeavySketch.Places).Select(pair => pair.Key).Except(sketch.Entries.Select(entry => entry.Name)), []);
    }

    private static StoredObject Listed(string key, long size, string? storageClass = "STANDARD") => new("bucket", key, size, "v", Now.AddDays(-3), storageClass);
}

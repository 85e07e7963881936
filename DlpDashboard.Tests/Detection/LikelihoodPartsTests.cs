using System.Buffers;
using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Redaction;
using DlpDashboard.Detection.Verification;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>What a score is made of and what is named in the reasons.</summary>
public sealed class LikelihoodPartsTests
{
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789 -./"u8);

    private static readonly DetectionEngine Usual = DetectionEngine.Create();

    [Fact]
    public void Cards_row_after_row_under_one_key_lift_those_that_follow()
    {
        var found = Column("reference", Cards(12), _ => int.MaxValue);
        Assert.Equal(12, found.Count);
        Assert.All(found.Take(NeighbourMemory.Enough), line => Assert.DoesNotContain("neighbours", line, StringComparison.Ordinal));
        Assert.All(found.Skip(NeighbourMemory.Enough), line => Assert.Contains(" 0.75 checksum,issuer,neighbours", line.Replace("neighbours,issuer", "issuer,neighbours", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_now_and_then_is_not_lifted_nor_one_card_over_and_over()
    {
        var dice = new Dice(11);
        var sparse = Cards(400).Select(card => dice.Below(10) == 0 ? card : dice.Digits(15) + "x").ToArray();
        Assert.DoesNotContain(Column("reference", sparse, _ => int.MaxValue), line => line.Contains("neighbours", StringComparison.Ordinal));
        Assert.DoesNotContain(Column("reference", Enumerable.Repeat(Cards(1)[0], 20), _ => int.MaxValue), line => line.Contains("neighbours", StringComparison.Ordinal));
        Assert.DoesNotContain(Column("", Cards(20), _ => int.MaxValue), line => line.Contains("neighbours", StringComparison.Ordinal));
    }

    [Fact]
    public void Neighbours_do_not_hang_on_the_cut()
    {
        var rows = Cards(9000);
        var whole = Column("reference", rows, _ => int.MaxValue);
        Assert.True(whole.Count(line => line.Contains("neighbours", StringComparison.Ordinal)) > 8000);
        Assert.Equal(whole, Column("reference", rows, at => 1 + (at * 7919 % 700)));
        Assert.Equal(whole, Column("reference", rows, at => at == 0 ? 98_239 : 98_304));
    }

    [Fact]
    public void Two_detectors_that_claim_the_same_digits_are_both_named()
    {
        // 046 454 286 passes the check of a Canadian number and, with a word of its own beside it, that of others of nine digits.
        var dice = new Dice(3);
        var inspector = new TextInspector(Usual);
        var named = 0;
        for (var i = 0; i < 4000; i++)
        {
            var text = $"sin or bsn {dice.Digits(9)}";
            var found = inspector.Inspect(text);
            Assert.True(found.Count <= 1);
            foreach (var also in found.SelectMany(one => one.Reasons).Where(reason => reason.StartsWith("also:", StringComparison.Ordinal)))
            {
                var other = DetectorCatalogue.Find(also["also:".Length..])!;
                Assert.NotEqual(found[0].Detector, other);
                Assert.True(new RuleProbe(other).Sees(Encoding.ASCII.GetBytes(text), found[0].Start, found[0].End, out _));
                named++;
            }
        }

        Assert.True(named > 10, named.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Reasons_have_the_names_outside_systems_know()
    {
        var all = new DetectionReasons((ReasonFlags)2047, 0, 0, also: 1).ToNames();
        Assert.Equal(
            ["checksum", "structure", "entropy", "test-value", "repeated-digits", "placeholder", "private-range", "issuer", "encrypted", "neighbours", "file-kind", "also:" + DetectorCatalogue.All[0].Id], all);
    }

    [Fact]
    public void A_number_without_a_check_is_at_most_unlikely_where_no_word_supports_it()
    {
        // Telephone numbers and addresses of machines have a form of their own: a plus and a calling code, three dots.
        var (seen, above) = (0, new List<string>());
        foreach (var detector in DetectorCatalogue.All.Where(detector => detector.Category is "identity" or "financial" or "health"))
        {
            var probe = new RuleProbe(detector);
            foreach (var sample in detector.TrueSamples.Select(Encoding.UTF8.GetBytes))
            {
                var readTo = 0;
                if (probe.Next(sample, 0, ref readTo, out var value) && (value.Flags & ReasonFlags.Checksum) == ReasonFlags.None && IsNumber(sample.AsSpan(value.Start..value.End)))
                {
                    seen++;
                    above.AddRange(value.NeedsSupport || LikelihoodScale.Of(value.Score) <= Likelihood.Unlikely ? [] : [$"{detector.Id}: {value.Score}"]);
                }
            }
        }

        Assert.True(seen > 10, seen.ToString(CultureInfo.InvariantCulture));
        Assert.Equal([], above.Distinct());
    }

    private static bool IsNumber(ReadOnlySpan<byte> value) => value.IndexOfAnyExcept(OfNumbers) < 0;

    private static string[] Cards(int count)
    {
        var dice = new Dice(6);
        return [.. Enumerable.Range(0, count).Select(_ => PlantedValues.Card(dice, ""))];
    }

    private static List<string> Column(string key, IEnumerable<string> rows, Func<int, int> nextPiece)
    {
        var dice = new Dice(8);
        var text = Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => $"{row};{dice.Text(4 + dice.Below(4), "abcdefgh")}\n")));
        var sink = new Collected();
        using var scanner = Usual.CreateScanner(sink);
        scanner.Begin(new ColumnKey(key));
        for (var at = 0; at < text.Length;)
        {
            var piece = Math.Clamp(nextPiece(at), 1, text.Length - at);
            scanner.Write(text.AsSpan(at, piece));
            at += piece;
        }

        scanner.End();
        return [.. sink.Lines.Where(line => line.StartsWith("payment-card", StringComparison.Ordinal))];
    }

    private sealed class ColumnKey(string key) : ISegmentMap
    {
        private readonly byte[] _key = Encoding.ASCII.GetBytes(key);

        public ReadOnlySpan<byte> KeyAt(long offset) => _key;

        public TextLocation LocationAt(long offset) => new();
    }
}

using DlpDashboard.Detection;
using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Tests.Risk;

/// <summary>The sentences that say why.</summary>
public sealed class RiskSentenceTests
{
    private static readonly BucketExposureFacts Private = new(true, false, [], 0, false, false, false);
    private static readonly FoundType Cards = new("payment-card", "financial", Severity.High, 37, 1204);
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public void A_readable_bucket_with_cards_says_so() => Assert.Equal(
        "Anybody can list and read it, and 1,204 payment card numbers were found in 37 objects; 60 % of it was scanned.",
        RiskSentence.Of(Private with { Anonymous = ["list", "read"] }, [Cards], 0, new BucketCover(100, 60, 0, true), None));

    [Fact]
    public void One_value_of_an_own_detector_is_named_by_its_name() => Assert.Equal(
        "2 other accounts can reach it, and 1 value of “Project names” was found in 1 object; all of it was scanned.",
        RiskSentence.Of(Private with { OtherAccounts = 2 }, [new FoundType("own-1", "own", Severity.Low, 1, 1)], 0, new BucketCover(5, 5, 0, true), new Dictionary<string, string> { ["own-1"] = "Project names" }));

    [Fact]
    public void Many_kinds_are_counted() => Assert.Contains(
        "and 1,204 payment card numbers, 3 e-mail addresses and 5 more kinds of data were found; only a part of it was scanned.",
        RiskSentence.Of(Private, [Cards, new FoundType("email", "contact", Severity.Medium, 1, 3), Cards], 4, new BucketCover(10, 10, 0, false), None), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0, false, "Only its own account reaches it, and nobody knows what lies in it: none of it was scanned.")]
    [InlineData(10, 10, true, "Only its own account reaches it; nothing sensitive was found in it, and all of it was scanned.")]
    [InlineData(0, 0, true, "Only its own account reaches it; nothing sensitive was found in it, and it is empty.")]
    [InlineData(10, 4, true, "Only its own account reaches it; nothing sensitive was found in it so far, but 40 % of it was scanned.")]
    public void Nothing_found_says_how_much_was_looked_at(long objects, long read, bool isWhole, string expected) =>
        Assert.Equal(expected, RiskSentence.Of(Private, [], 0, new BucketCover(objects, read, 0, isWhole), None));

    [Fact]
    public void Unknown_and_accepted_are_told()
    {
        Assert.StartsWith("Who can reach it was never read", RiskSentence.Of(BucketExposureFacts.Unread, [], 0, BucketCover.None, None), StringComparison.Ordinal);
        Assert.StartsWith("Anybody can write it (which somebody has accepted)", RiskSentence.Of(Private with { Anonymous = ["write"], IsAccepted = true }, [], 0, BucketCover.None, None), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_built_in_detector_has_a_noun_for_many()
    {
        foreach (var detector in DetectorCatalogue.All)
        {
            var many = RiskSentence.NameOf(new FoundType(detector.Id, detector.Category, detector.DefaultSeverity, 2, 2), None);
            Assert.Matches("s( (\\(|with |of |in ).*)?$", many);
            Assert.DoesNotContain("sss", many, StringComparison.Ordinal);
        }
    }
}

using DlpDashboard.Detection;
using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Tests.Risk;

/// <summary>The arithmetic of risk: a table of cases, and the laws that hold for all.</summary>
public sealed class JoinedRiskTests
{
    private static readonly BucketCover All = new(100, 100, 0, true);
    private static readonly BucketExposureFacts Private = new(true, false, [], 0, false, false, false);
    private static readonly BucketExposureFacts Read = Private with { IsPublic = true, Anonymous = ["read"] };

    [Theory]
    [InlineData(ExposureLevel.AnonymousWrite, "read write", null, 0, false, true)]
    [InlineData(ExposureLevel.AnonymousWrite, "write", false, 3, true, true)]
    [InlineData(ExposureLevel.AnonymousRead, "list", true, 0, false, true)]
    [InlineData(ExposureLevel.AnonymousRead, "read", null, 0, false, true)]
    [InlineData(ExposureLevel.Public, "", true, 5, true, true)]
    [InlineData(ExposureLevel.Unknown, "", null, 5, true, true)]
    [InlineData(ExposureLevel.Unknown, "", false, 5, true, false)]
    [InlineData(ExposureLevel.CrossAccount, "", false, 1, true, true)]
    [InlineData(ExposureLevel.BroadNetwork, "", false, 0, true, true)]
    [InlineData(ExposureLevel.Private, "", false, 0, false, true)]
    public void The_gravest_exposure_that_holds_counts(ExposureLevel expected, string anonymous, bool? isPublic, int accounts, bool isBroad, bool isRead) =>
        Assert.Equal(expected, new BucketExposureFacts(isRead, isPublic, anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries), accounts, isBroad, false, false).Level);

    [Theory]
    [InlineData("payment-card", "financial", Severity.High, Likelihood.VeryLikely, 1, 33, 35)]
    [InlineData("payment-card", "financial", Severity.High, Likelihood.VeryLikely, 1204, 67, 65)]
    [InlineData("payment-card", "financial", Severity.High, Likelihood.Possible, 1, 20, 23)]
    [InlineData("email", "contact", Severity.Medium, Likelihood.VeryLikely, 1000, 29, 31)]
    [InlineData("ip-address", "network", Severity.Low, Likelihood.VeryLikely, 10, 3, 8)]
    [InlineData("aws-access-key", "secret", Severity.Critical, Likelihood.VeryLikely, 1, 40, 41)]
    public void What_a_detector_found_gives_this_sensitivity_and_this_risk_where_anybody_reads(string detector, string category, Severity severity, Likelihood likelihood, long values, int sensitivity, int risk)
    {
        var joined = JoinedRisk.Of(Read, [new FoundKind(detector, category, severity, likelihood, 1, values)], All);
        Assert.Equal((sensitivity, risk), ((int)Math.Round(joined.Sensitivity.Known), joined.Value));
    }

    [Fact]
    public void A_public_bucket_with_a_single_card_is_above_every_bucket_that_only_other_accounts_reach()
    {
        FoundKind[] worst = [.. Enumerable.Range(0, 8).Select(at => new FoundKind($"d{at}", "health", Severity.Critical, Likelihood.VeryLikely, 1_000_000, 10_000_000))];
        var crowded = JoinedRisk.Of(Private with { OtherAccounts = 9 }, worst, BucketCover.None);
        var card = JoinedRisk.Of(Read, [new FoundKind("payment-card", "financial", Severity.High, Likelihood.VeryLikely, 1, 1)], All);
        Assert.True(card.Rank > crowded.Rank, $"{card.Value} against {crowded.Value}");
        Assert.Equal(RiskBand.High, card.Band);
    }

    [Fact]
    public void What_was_never_scanned_is_unknown_and_counts_until_it_is_read()
    {
        var unseen = JoinedRisk.Of(Read, [], BucketCover.None);
        var half = JoinedRisk.Of(Read, [], new BucketCover(10, 5, 0, true));
        var clean = JoinedRisk.Of(Read, [], All);
        Assert.Equal((SensitivityBand.Unknown, SensitivityBand.Unknown, SensitivityBand.None), (unseen.Sensitivity.Band(unseen.Cover), half.Sensitivity.Band(half.Cover), clean.Sensitivity.Band(clean.Cover)));
        Assert.True(unseen.Value > half.Value && half.Value > clean.Value);
        Assert.Equal(RiskBand.High, unseen.Band);
    }

    [Fact]
    public void An_accepted_opening_changes_no_number() =>
        Assert.Equal(JoinedRisk.Of(Read, [], All).Value, JoinedRisk.Of(Read with { IsAccepted = true }, [], All).Value);

    [Fact]
    public void More_findings_graver_surer_or_more_exposed_never_lower_it()
    {
        var random = new Random(20_261_121);
        var levels = Exposures();
        for (var round = 0; round < 20_000; round++)
        {
            var found = Enumerable.Range(0, random.Next(0, 6)).Select(_ => Any(random)).ToList();
            var cover = AnyCover(random);
            var at = random.Next(levels.Length);
            var before = JoinedRisk.Of(levels[at], found, cover);
            Assert.InRange(before.Value, 0, 100);
            Assert.InRange(before.Sensitivity.Known, 0, 100);
            var after = JoinedRisk.Of(levels[Math.Min(at + random.Next(2), levels.Length - 1)], Worse(found, random), cover);
            Assert.True(after.Value >= before.Value && (after.Rank >= before.Rank), $"round {round}: {before} became {after}");
        }
    }

    [Fact]
    public void Reading_more_of_a_bucket_without_finding_more_never_raises_it()
    {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var found = Enumerable.Range(0, random.Next(0, 3)).Select(_ => Any(random)).ToList();
            var objects = random.Next(1, 1000);
            var read = random.Next(0, objects);
            var more = JoinedRisk.Of(Read, found, new BucketCover(objects, random.Next(read, objects + 1), 0, true));
            Assert.True(more.Value <= JoinedRisk.Of(Read, found, new BucketCover(objects, read, 0, true)).Value);
        }
    }

    [Fact]
    public void All_is_said_only_of_all()
    {
        Assert.Equal(0.99, new BucketCover(100_000, 99_999, 0, true).Share);
        Assert.Equal(1, All.Share);
        Assert.Null(new BucketCover(10, 10, 0, false).Share);
        Assert.Equal(0, BucketCover.None.Share);
    }

    private static BucketExposureFacts[] Exposures() =>
    [
        Private,
        Private with { IsBroad = true },
        Private with { IsBroad = true, OtherAccounts = 2 },
        Private with { IsBroad = true, OtherAccounts = 2, IsPublic = null },
        Private with { IsBroad = true, OtherAccounts = 2, IsPublic = true },
        Private with { IsBroad = true, OtherAccounts = 2, IsPublic = true, Anonymous = ["read"] },
        Private with { IsBroad = true, OtherAccounts = 2, IsPublic = true, Anonymous = ["read", "write"] },
    ];

    private static FoundKind Any(Random random) => new(
        $"d{random.Next(4)}",
        new[] { "financial", "identity", "contact", "network", "health", "secret", "own" }[random.Next(7)],
        (Severity)random.Next(4),
        (Likelihood)random.Next(5),
        random.Next(1, 100),
        (long)Math.Pow(10, random.NextDouble() * 9));

    private static BucketCover AnyCover(Random random)
    {
        var objects = random.Next(0, 1000);
        return new BucketCover(objects, random.Next(0, objects + 1), 0, random.Next(2) == 0);
    }

    private static List<FoundKind> Worse(List<FoundKind> found, Random random)
    {
        var worse = found.ToList();
        var at = worse.Count == 0 ? -1 : random.Next(worse.Count);
        switch (at < 0 ? 0 : random.Next(4))
        {
            case 1:
                worse[at] = worse[at] with { Values = worse[at].Values + random.Next(1, 1000) };
                break;
            case 2:
                worse[at] = worse[at] with { Severity = (Severity)Math.Min((int)worse[at].Severity + 1, 3) };
                break;
            case 3:
                worse[at] = worse[at] with { Likelihood = (Likelihood)Math.Min((int)worse[at].Likelihood + 1, 4) };
                break;
            default:
                worse.Add(Any(random));
                break;
        }

        return worse;
    }
}

using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Tests.Posture;

/// <summary>Every check with a pass, a fail and an unknown case.</summary>
public sealed partial class CheckTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Ids => [.. CheckCatalogue.All.Select(check => check.Id)];

    [Fact]
    public void There_are_as_many_checks_as_promised()
    {
        Assert.True(CheckCatalogue.Of("aws").Count() >= 25, "S3");
        Assert.True(CheckCatalogue.Of("azure").Count() >= 25, "Azure");
        Assert.True(CheckCatalogue.Of("gcp").Count() >= 18, "Google");
        Assert.True(CheckCatalogue.Of("local").Count() >= 3, "folders");
        Assert.Equal(CheckCatalogue.All.Count, CheckCatalogue.All.Select(check => check.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_says_why_and_what_to_do(string id)
    {
        var check = CheckCatalogue.Find(id)!;
        Assert.All([check.Title, check.Guidance.Why, check.Guidance.Console, check.Guidance.Command], text => Assert.True(text.Length > 8, text));
        Assert.EndsWith(".", check.Guidance.Why, StringComparison.Ordinal);
        Assert.True(check.Id.Length <= 60 && check.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_has_cases_that_pass_and_fail(string id)
    {
        var verdicts = Cases.Where(line => line.Check == id).Select(line => line.Expected).ToHashSet();

        // What a person must read is never judged well or badly by itself.
        var wanted = id == "gcs-conditions" ? new[] { CheckVerdict.NotApplicable, CheckVerdict.Unknown } : [CheckVerdict.Pass, CheckVerdict.Fail];
        Assert.Empty(wanted.Except(verdicts));
    }

    [Fact]
    public void Each_case_comes_to_its_verdict()
    {
        var wrong = Cases.Select(line => (line, Found: CheckCatalogue.Find(line.Check)!.Judge(Bucket(line.Check, line.Documents))))
            .Where(pair => pair.Found.Verdict != pair.line.Expected)
            .Select(pair => $"{pair.line.Check} {string.Join(" | ", pair.line.Documents)}: {pair.Found.Verdict} {pair.Found.Sentence}");
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_may_not_be_read_is_unknown(string id)
    {
        // Only what says nothing of such a bucket at all may be something else.
        var found = CheckCatalogue.Find(id)!.Judge(new BucketConfiguration(CheckCatalogue.Find(id)!.Provider, "shop", [], Now));
        Assert.Equal(CheckVerdict.Unknown, found.Verdict);
        Assert.EndsWith(".", found.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documents_of_a_hostile_form_are_judged_without_failing(string id)
    {
        var check = CheckCatalogue.Find(id)!;
        string[] names =
        [
            "policy", "acl", "ownership", "publicAccessBlock", "accountPublicAccessBlock", "account", "encryption", "versioning", "logging", "lifecycle", "replication", "notification", "objectLock", "tagging", "website",
            "cors", "blobService", "fileService", "serviceProperties", "accountInfo", "defender", "blobDiagnostics", "locks", "managementPolicy", "container", "containerAcl", "unsignedList", "bucket", "iamPolicy",
            "organisationPolicy", "projectIamPolicy", "hmacKeys", "logSinks", "folder",
        ];
        foreach (var json in new[] { "[]", "7", "\"x\"", "{}", """{"Rule":7,"Statement":[[]],"properties":[],"bindings":{"members":7},"iamConfiguration":[],"acl":"x","items":{"x":1},"cors":[7],"AccessControlList":{"Grant":[7]}}""" })
        {
            var found = check.Judge(new BucketConfiguration(check.Provider, "shop", names.Select(name => ConfigurationDocument.Present(name, json)), Now));
            Assert.True(Enum.IsDefined(found.Verdict));
        }
    }

    [Fact]
    public void A_score_is_what_its_arithmetic_says()
    {
        var score = PostureScore.Of(
        [
            (CheckSeverity.Critical, CheckVerdict.Pass, false), (CheckSeverity.High, CheckVerdict.Fail, false), (CheckSeverity.Medium, CheckVerdict.Pass, false), (CheckSeverity.Medium, CheckVerdict.Unknown, false),
            (CheckSeverity.Low, CheckVerdict.Fail, true), (CheckSeverity.Low, CheckVerdict.NotApplicable, false), (CheckSeverity.Info, CheckVerdict.Fail, false),
        ]);
        Assert.Equal((70, 48, 20, false), (score.Value, score.Earned, score.Lost, score.IsCapped));
        Assert.Equal((1, 1), (score.Lines.Sum(line => line.Unknown), score.Lines.Sum(line => line.Suppressed)));
        var capped = PostureScore.Of([(CheckSeverity.Critical, CheckVerdict.Fail, false), .. Enumerable.Repeat((CheckSeverity.Critical, CheckVerdict.Pass, false), 9)]);
        Assert.Equal((PostureScore.CriticalCeiling, true), (capped.Value, capped.IsCapped));
        Assert.Null(PostureScore.Of([(CheckSeverity.High, CheckVerdict.Unknown, false)]).Value);
    }

    /// <summary>Documents as <c>name=json</c>; a name alone is one that is not configured, a name and a question mark one that could not be read.</summary>
    private static BucketConfiguration Bucket(string check, string[] documents) => new(CheckCatalogue.Find(check)!.Provider, "shop", documents.Select(text => text.Split('=', 2) switch
    {
        [var name, var json] => ConfigurationDocument.Present(name, json),
        [var name] when name.EndsWith('?') => ConfigurationDocument.Unknown(name[..^1], "The credentials may not read it."),
        [var name] => ConfigurationDocument.NotConfigured(name),
        _ => throw new ArgumentException(text),
    }), Now);

    private sealed record Line(string Check, CheckVerdict Expected, params string[] Documents);
}

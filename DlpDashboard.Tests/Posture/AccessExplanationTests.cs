using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Pages;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Tests.Posture;

/// <summary>What people are told: who can do what, where it stands, which control it is.</summary>
public sealed class AccessExplanationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_open_bucket_is_explained_by_the_statement_that_opens_it()
    {
        var access = Explain(Open(""));
        Assert.StartsWith("Everybody on the internet can read without signing in. The provider calls it public too.", access.Sentence, StringComparison.Ordinal);
        Assert.All(access.Reasons, reason => Assert.Equal(new AccessPlace("policy", "Statement.0"), reason.Place));
        Assert.True(access.IsDecided);
    }

    [Fact]
    public void What_the_provider_calls_public_and_what_strangers_can_do_are_told_apart()
    {
        var access = Explain(Open(""",{"Effect":"Deny","Principal":"*","Action":"*","Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]}"""));
        Assert.StartsWith("Nobody gets in without signing in. The provider calls it public all the same", access.Sentence, StringComparison.Ordinal);
        Assert.Equal((true, 0), (access.IsPublic!.Value, access.AnonymousAccess.Count));
    }

    [Fact]
    public void Other_accounts_are_named()
    {
        var access = Explain("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}""");
        Assert.Contains("The account 444455556666 is let in from outside.", access.Sentence, StringComparison.Ordinal);
        Assert.Equal(["444455556666"], access.CrossAccounts);
    }

    [Fact]
    public void A_policy_that_could_not_be_read_leaves_it_open()
    {
        var access = BucketAccessReader.Explain(new BucketConfiguration("aws", "b", [ConfigurationDocument.Unknown("policy", "The sign-in has no right to it."), Empty("acl")], Now));
        Assert.StartsWith("Nothing that was read lets anybody in without signing in, but not all could be read.", access.Sentence, StringComparison.Ordinal);
        Assert.Null(access.IsPublic);
        Assert.NotEmpty(access.Unknown);
    }

    [Theory]
    [InlineData("aws", "Statement 3 (\"Open\") lets an unsigned request read.", "policy", "Statement.3")]
    [InlineData("aws", "statement 0 denies it.", "policy", "Statement.0")]
    [InlineData("gcp", "Binding 2 grants roles/storage.objectViewer to everybody.", "iamPolicy", "bindings.2")]
    public void A_sentence_leads_to_the_place_it_names(string provider, string sentence, string document, string path) =>
        Assert.Equal(new AccessPlace(document, path), AccessPlace.InSentence(provider, sentence));

    [Theory]
    [InlineData("aws", "Access is not logged.")]
    [InlineData("aws", "Statement 99999999999 is large.")]
    [InlineData("local", "Statement 1 is nothing a folder has.")]
    public void A_sentence_that_names_no_place_leads_nowhere(string provider, string sentence) => Assert.Null(AccessPlace.InSentence(provider, sentence));

    [Theory]
    [InlineData("aws s3api put --bucket BUCKET --x", "my-bucket.1", "aws s3api put --bucket my-bucket.1 --x")]
    [InlineData("aws s3api put --bucket BUCKET", "a; rm -rf /", "aws s3api put --bucket BUCKET")]
    [InlineData("aws s3api put --bucket BUCKET", "--help", "aws s3api put --bucket BUCKET")]
    [InlineData("az x --name CONTAINER --account-name ACCOUNT", "c", "az x --name c --account-name ACCOUNT")]
    public void A_command_names_the_bucket_only_where_a_shell_takes_the_name_as_it_is(string command, string bucket, string wanted) => Assert.Equal(wanted, CheckCommand.For(command, bucket));

    [Theory]
    [InlineData("CIS AWS 5.0: 2.1.4", "CIS AWS 5.0", "2.1.4", "cis-aws-5.0")]
    [InlineData("FSBP S3.5", "AWS FSBP", "S3.5", "aws-fsbp")]
    [InlineData("CKV_AWS_379", "Checkov", "CKV_AWS_379", "checkov")]
    [InlineData("NIST 800-53: AC-6", "NIST 800-53", "AC-6", "nist-800-53")]
    public void A_control_is_taken_apart_into_framework_and_number(string control, string framework, string number, string id)
    {
        var read = FrameworkControl.Of(control);
        Assert.Equal((framework, number, id), (read.Framework, read.Number, read.Id));
    }

    [Fact]
    public void Every_control_of_the_catalogue_has_a_framework_and_numbers_sort_as_people_count()
    {
        Assert.DoesNotContain(CheckCatalogue.All.SelectMany(check => check.Controls), control => FrameworkControl.Of(control).Framework == "Other");
        string[] numbers = ["2.10", "2.9", "S3.5", "S3.12"];
        Assert.Equal(["2.9", "2.10", "S3.5", "S3.12"], numbers.OrderBy(number => new FrameworkControl("x", number).SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_daily_hour_comes_once_a_day_and_one_that_passed_while_nothing_ran_is_made_up_for_once()
    {
        var noon = Now.UtcDateTime;
        var timing = new PostureTiming { HourUtc = 3, DoneUtc = noon };
        Assert.Equal(noon.Date.AddDays(1).AddHours(3), timing.NextAfter(noon));
        Assert.False(timing.IsDue(noon.AddHours(14)));
        Assert.True(timing.IsDue(noon.AddHours(15)));
        Assert.True(timing.IsDue(noon.AddDays(9)));
        timing.DoneUtc = noon.AddDays(9);
        Assert.False(timing.IsDue(noon.AddDays(9).AddMinutes(1)));
        Assert.Null(new PostureTiming { HourUtc = null }.NextAfter(noon));
    }

    private static BucketAccess Explain(string policy) => BucketAccessReader.Explain(new BucketConfiguration(
        "aws", "b", [ConfigurationDocument.Present("policy", policy), Empty("acl"), Empty("publicAccessBlock"), Empty("accountPublicAccessBlock"), Empty("ownership"), Empty("account")], Now));

    private static string Open(string more) => $$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}{{more}}]}""";

    private static ConfigurationDocument Empty(string name) => ConfigurationDocument.NotConfigured(name);
}

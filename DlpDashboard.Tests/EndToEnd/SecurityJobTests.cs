using Amazon.S3.Model;
using System.Net.Http.Json;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>A bucket is opened to everybody and closed again on a real S3 server, and a person sees it in a real browser.</summary>
public sealed class SecurityJobTests(SecurityJobTests.QuickApp app, RadosGateway gateway) : IClassFixture<SecurityJobTests.QuickApp>, IClassFixture<RadosGateway>
{
    [Fact]
    public async Task A_bucket_turns_red_with_its_reason_is_accepted_closes_and_keeps_its_history()
    {
        var bucket = await gateway.NewBucketAsync();
        await ConnectAsync(bucket);
        using var s3 = gateway.Client();
        await using var person = await Person.SignInAsync(app.Address);
        await person.GoAsync("/security");
        await RefreshAsync(person.Page);
        var row = person.Page.GetByRole(AriaRole.Table, new() { Name = "Buckets" }).GetByRole(AriaRole.Row).Filter(new() { HasText = bucket });
        await row.GetByText("Not public").WaitForAsync();

        // Red, without reloading the page, with the statement that a reason names in sight.
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = OpenPolicy(bucket) });
        await RefreshAsync(person.Page);
        await row.GetByText("Public", new() { Exact = true }).WaitForAsync();
        await row.GetByText("Insecure").WaitForAsync();
        await row.GetByText(bucket).ClickAsync();
        var panel = person.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByText("Everybody can list and read without signing in.").First.WaitForAsync();
        await panel.GetByRole(AriaRole.Link, new() { Name = "Access" }).ClickAsync();
        await panel.GetByText("Everybody on the internet can list and read without signing in.").WaitForAsync();
        await panel.GetByRole(AriaRole.Link, new() { Name = "Show in policy" }).First.ClickAsync();
        await Assertions.Expect(panel.Locator("pre .marked").Filter(new() { HasText = "\"Effect\": \"Allow\"" })).ToBeInViewportAsync();

        await AcceptAsync(panel);

        // No longer red, and in the history.
        await s3.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket });
        await s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = bucket,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
        });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await RefreshAsync(person.Page);
        await row.GetByText("Not public").WaitForAsync();

        // The gateway does not tell whether a bucket is a website, so it is not called secure.
        await row.GetByText("Unknown", new() { Exact = true }).WaitForAsync();
        await row.GetByText(bucket).ClickAsync();
        var passed = panel.GetByRole(AriaRole.Region, new() { Name = "Passed" });
        await passed.Locator("summary").First.ClickAsync();
        await passed.GetByText("Nobody without a sign-in reaches the bucket").WaitForAsync();
        await panel.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await panel.GetByText("is no longer public.").WaitForAsync();
        await panel.GetByText("became public.").WaitForAsync();
        await panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Policy was removed." }).GetByRole(AriaRole.Link, new() { Name = "What changed" }).ClickAsync();
        await panel.Locator("pre .gone").Filter(new() { HasText = "\"Principal\": \"*\"" }).First.WaitForAsync();
        Assert.Empty(person.Complaints);
    }

    private static async Task AcceptAsync(ILocator panel)
    {
        await panel.GetByRole(AriaRole.Link, new() { Name = "Checks" }).ClickAsync();
        await panel.GetByText("Nobody without a sign-in reaches the bucket").First.ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Accept this failure" }).First.ClickAsync();
        await panel.GetByLabel("Reason").FillAsync("A public download site.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await panel.GetByRole(AriaRole.Region, new() { Name = "Failed and accepted" }).GetByText("Nobody without a sign-in reaches the bucket").WaitForAsync();
        await panel.GetByText("A public download site.").First.WaitForAsync();
    }

    // The button is busy until the last bucket is read.
    private static async Task RefreshAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Refresh Watched", Exact = true });
        await button.ClickAsync();
        await page.GetByText("Reading").Or(page.GetByText("In line")).First.WaitForAsync();
        await Assertions.Expect(button).ToBeEnabledAsync(new() { Timeout = 60_000 });
    }

    private static string OpenPolicy(string bucket) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::{{bucket}}","arn:aws:s3:::{{bucket}}/*"]}]}""";

    private async Task ConnectAsync(string bucket)
    {
        using var client = await app.AsAdminAsync();
        var settings = gateway.Connection().Settings.ToDictionary(pair => pair.Key, pair => (object)(pair.Key == S3Fields.PathStyle ? true : pair.Value));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Watched", provider = "aws", bucketFilter = bucket, settings });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
    }

    /// <summary>The app, looking for work often.</summary>
    public sealed class QuickApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Posture:LookForWork", "00:00:00.200")];
    }
}

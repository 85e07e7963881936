using Amazon.S3.Model;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>A bucket that anybody can read, with planted cards, as a person meets it: tops the list, its page says why, and a decision takes it down.</summary>
[Collection(RadosGatewayTests.Name)]
public sealed class RiskJobTests(RadosGateway gateway, RiskJobTests.QuickApp app) : IClassFixture<RiskJobTests.QuickApp>
{
    [Fact]
    public async Task A_public_bucket_with_planted_cards_tops_the_list_and_its_page_says_why()
    {
        using var s3 = gateway.Client();
        var open = await FilledAsync(s3, "4539 1488 0343 6467, 4539 5787 6362 1486, 4485 2757 4230 8327, 4916 3385 0608 2832");
        var closed = await FilledAsync(s3, "4716 5885 9405 3413, 4532 0151 1283 0366");
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest
        {
            BucketName = open,
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::{{open}}","arn:aws:s3:::{{open}}/*"]}]}""",
        });
        using var client = await app.AsAdminAsync();
        var endpoint = await app.AddS3EndpointAsync(client, gateway, "Shop", open, closed);
        await app.ScanAndRefreshAsync(client, endpoint);

        await using var person = await Person.SignInAsync(app.Address);
        await person.GoAsync("/security/risk");
        var table = person.Page.GetByRole(AriaRole.Table, new() { Name = "Buckets by risk" });
        await table.GetByText("Anybody can list and read it").First.WaitForAsync();
        Assert.Contains(open, await table.GetByRole(AriaRole.Row).Nth(1).InnerTextAsync(), StringComparison.Ordinal);

        // A cell of the heat map opens its list.
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Anybody can read or list it, sensitivity" }).First.ClickAsync();
        await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);

        await table.GetByRole(AriaRole.Link, new() { Name = open }).First.ClickAsync();
        await person.SeeAsync(open);
        await person.Page.Locator("header").GetByText("payment card number").First.WaitForAsync();
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "How it is reckoned" }).WaitForAsync();
        foreach (var (tab, seen) in new[] { ("Checks", "Nobody without a sign-in reaches the bucket"), ("Access", "Statement 0"), ("Documents", "s3:GetObject"), ("Findings", "notes.txt") })
        {
            await person.Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of this bucket" }).GetByRole(AriaRole.Link, new() { Name = tab }).ClickAsync();
            await person.Page.Locator("main").GetByText(seen).First.WaitForAsync();
        }

        Assert.Empty(person.Complaints);
    }

    private async Task<string> FilledAsync(Amazon.S3.AmazonS3Client s3, string cards)
    {
        var bucket = await gateway.NewBucketAsync();
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "notes.txt", ContentBody = $"Credit card numbers: {cards}", UseChunkEncoding = false });
        return bucket;
    }

    /// <summary>The app looking often.</summary>
    public sealed class QuickApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Posture:LookForWork", "00:00:00.200"), new("Risk:LookForMarks", "00:00:00.100")];
    }
}

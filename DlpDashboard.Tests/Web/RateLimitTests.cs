using System.Net;
using System.Net.Http.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Web;

public sealed class RateLimitTests(RateLimitTests.StingyApp app) : IClassFixture<RateLimitTests.StingyApp>
{
    [Fact]
    public async Task Beyond_the_budget_the_answer_says_when_to_come_back()
    {
        using var client = await app.AsAdminAsync();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 6; i++)
        {
            last = await client.GetAsync("/api/v1/me");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType?.MediaType);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 12);
        Assert.Equal("5", Assert.Single(last.Headers.GetValues("RateLimit-Limit")));
        Assert.Equal("0", Assert.Single(last.Headers.GetValues("RateLimit-Remaining")));
    }

    [Fact]
    public async Task One_account_does_not_use_up_anothers_budget()
    {
        await app.AddAccountAsync("busy@example.test", "Analyst");
        await app.AddAccountAsync("calm@example.test", "Analyst");
        using var busy = await app.AsAsync("busy@example.test", SignedIn.Password);
        using var calm = await app.AsAsync("calm@example.test", SignedIn.Password);
        for (var i = 0; i < 8; i++)
        {
            await busy.GetAsync("/api/v1/me");
        }

        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Pages_and_health_are_not_counted()
    {
        using var client = app.NewClient();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }
    }

    /// <summary>Five requests a minute.</summary>
    public sealed class StingyApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Web:RequestsPerMinute", "5")];
    }
}

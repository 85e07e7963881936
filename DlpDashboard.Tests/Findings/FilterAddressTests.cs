using System.Net;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Findings;

/// <summary>Filters as pages write them into addresses, asked of the real app.</summary>
public sealed class FilterAddressTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("/api/v1/findings?severity=critical&severity=high&status=falsePositive")]
    [InlineData("/api/v1/findings/export?format=csv&severity=medium&status=open&status=acknowledged")]
    [InlineData("/api/v1/findings?sort=severity&limit=1")]
    [InlineData("/api/v1/events?severity=medium&status=open")]
    [InlineData("/api/v1/events/export?severity=info&status=resolved")]
    [InlineData("/api/v1/scans?state=completed")]
    [InlineData("/api/v1/scans/export?state=failed")]
    public async Task Values_are_taken_as_JSON_writes_them(string address)
    {
        using var client = await app.AsAdminAsync();

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/findings?severity=bogus")]
    [InlineData("/api/v1/findings?severity=3")]
    [InlineData("/api/v1/findings?sort=lastSeen")]
    [InlineData("/api/v1/events?status=bogus")]
    [InlineData("/api/v1/scans?state=bogus")]
    public async Task A_value_that_is_none_is_refused_and_never_ignored(string address)
    {
        using var client = await app.AsAdminAsync();

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

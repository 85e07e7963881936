using System.Net;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Data;

public sealed class AppFixtureTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_app_answers_on_its_own_port_with_its_own_database()
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = app.NewContext();
        Assert.Equal(AppFixture.AdminEmail, Assert.Single(db.Users).Email);
    }

    [Theory]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/Radzen.Blazor/Radzen.Blazor.js")]
    public async Task Scripts_are_served_from_a_build_as_from_a_published_app(string path)
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("javascript", answer.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
    }
}

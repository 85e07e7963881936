using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.House;

/// <summary>Every route, tried by everybody: what it answers is what its permission says.</summary>
public sealed class RouteWalkTests(RouteWalkTests.GenerousApp app) : IClassFixture<RouteWalkTests.GenerousApp>
{
    private static readonly string[] Bodies = ["POST", "PUT", "PATCH"];

    [Theory]
    [InlineData("a stranger")]
    [InlineData("a person without a role")]
    [InlineData("an analyst")]
    [InlineData("an administrator")]
    [InlineData("an administrator of another organisation")]
    public async Task Every_route_answers_as_its_permission_says(string who)
    {
        var (session, permissions) = await PersonAsync(who);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        var routes = AppRoute.Of(app.Services);
        Assert.True(routes.Count > 10);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            using var answer = await SendAsync(client, route, session);
            if (Judge(route, permissions, answer) is { } complaint)
            {
                wrong.Add($"{who}: {route} answered {(int)answer.StatusCode}; {complaint}");
            }
        }

        Wall.Holds(wrong);
    }

    /// <summary>Null where the answer is right.</summary>
    private static string? Judge(AppRoute route, IReadOnlySet<string>? permissions, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return "nothing that anybody sends may be an error of ours";
        }

        var toSignIn = status == 302 && answer.Headers.Location!.ToString().Contains("/account/login?", StringComparison.Ordinal);
        if (route.IsOpen)
        {
            return toSignIn || status == 403 || (status == 401 && route.Pattern != "/api/v1/auth/login") ? "it is open to all" : null;
        }

        if (permissions is null)
        {
            return toSignIn || status == 401 ? null : "strangers must sign in";
        }

        var may = route.Permissions.All(permission => permissions.Contains(permission) || permissions.Contains("*"));
        return may switch
        {
            true when status is 401 or 403 || toSignIn => "this person may",
            false when status != 403 => "this person may not",
            _ => null,
        };
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, AppRoute route, string? session)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path);
        if (session is not null)
        {
            request.Headers.Add("Cookie", session);
        }

        if (Bodies.Contains(route.Method))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<(string? Session, IReadOnlySet<string>? Permissions)> PersonAsync(string who)
    {
        var (email, password) = who switch
        {
            "a stranger" => (null, null),
            "a person without a role" => ((await app.AddAccountAsync("roleless@example.test", role: null)).Email, SignedIn.Password),
            "an analyst" => ((await app.AddAccountAsync("analyst@example.test", "Analyst")).Email, SignedIn.Password),
            "an administrator" => (AppFixture.AdminEmail, AppFixture.AdminPassword),
            _ => ((await app.AddAccountAsync("foreign@example.test", "Admin", await app.AddOrganisationAsync("Another"))).Email, SignedIn.Password),
        };
        if (email is null)
        {
            return (null, null);
        }

        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var permissions = me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!).ToHashSet(StringComparer.Ordinal);
        return (answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("dlp.session=", StringComparison.Ordinal)).Split(';')[0], permissions);
    }

    /// <summary>No limits: the walk is one caller.</summary>
    public sealed class GenerousApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Web:RequestsPerMinute", "1000000"), new("Web:SignInsPerMinute", "1000000")];
    }
}

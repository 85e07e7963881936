using System.Net;
using System.Net.Http.Json;
using System.Text;
using DlpDashboard.Tests.House;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Web;

/// <summary>Every REST route, asked in each wrong way: what it answers is a problem, never a page, an empty body or an error of ours.</summary>
public sealed class ProblemWalkTests(RouteWalkTests.GenerousApp app) : IClassFixture<RouteWalkTests.GenerousApp>
{
    private static readonly string[] Bodies = ["POST", "PUT", "PATCH"];

    private const string TooLarge = "with a body that is far too large";

    /// <summary>Ends the session of the walk.</summary>
    private const string SignOut = "/api/v1/auth/logout";

    [Fact]
    public async Task Every_route_answers_each_wrong_request_with_a_problem()
    {
        using var admin = NewClient();
        using var signedIn = await admin.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        using var stranger = NewClient();
        var routes = AppRoute.Of(app.Services).Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal) && route.Pattern != SignOut).ToList();
        Assert.True(routes.Count > 20);
        var faults = new List<string>();
        var seen = new HashSet<int>();
        foreach (var (name, client, request) in routes.SelectMany(route => Wrong(route, admin, stranger)))
        {
            using var answer = await SendAsync(client, request, name);
            if (answer is null)
            {
                continue;
            }

            var text = await answer.Content.ReadAsStringAsync();
            seen.Add((int)answer.StatusCode);
            if ((int)answer.StatusCode >= 500 || ((int)answer.StatusCode >= 400 && ProblemShape.FaultOf(answer, text) is not null))
            {
                faults.Add($"{request.Method} {request.RequestUri} ({name}) answers {(int)answer.StatusCode}, {ProblemShape.FaultOf(answer, text)}");
            }
        }

        Wall.Holds(faults);
        Assert.Superset(new HashSet<int> { 400, 401, 404, 405, 413, 415 }, seen);
    }

    /// <summary>Null where a route that takes no body answered well and left the far too large one unread.</summary>
    private static async Task<HttpResponseMessage?> SendAsync(HttpClient client, HttpRequestMessage request, string name)
    {
        try
        {
            return await client.SendAsync(request);
        }
        catch (HttpRequestException) when (name == TooLarge)
        {
            return null;
        }
    }

    /// <summary>A client that waits for the server's word before it sends a body.</summary>
    private HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = app.Address };

    private static IEnumerable<(string Name, HttpClient Client, HttpRequestMessage Request)> Wrong(AppRoute route, HttpClient admin, HttpClient stranger)
    {
        yield return ("by a stranger", stranger, Request(route.Method, route.Path, Json(route, "{}")));
        yield return ("by a method that is none", admin, Request("BREW", route.Path, null));
        yield return ("for something that is not there", admin, Request(route.Method == "DELETE" ? "GET" : route.Method, route.Path + "/nothing-here", Json(route, "{}")));
        yield return ("with a page that is none", admin, Request(route.Method, route.Path + "?limit=0&cursor=nonsense", Json(route, "{}")));
        if (Bodies.Contains(route.Method))
        {
            yield return ("with half a body", admin, Request(route.Method, route.Path, Json(route, "{")));
            yield return ("with a body of another kind", admin, Request(route.Method, route.Path, new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded")));
            yield return (TooLarge, admin, Request(route.Method, route.Path, Json(route, "{\"name\":\"" + new string('n', 1_200_000) + "\"}")));
        }
    }

    private static HttpRequestMessage Request(string method, string path, HttpContent? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };

        // Asks before it sends: a server that will not read the body answers instead of breaking the connection.
        request.Headers.ExpectContinue = body is not null;
        return request;
    }

    private static StringContent? Json(AppRoute route, string text) => Bodies.Contains(route.Method) ? new StringContent(text, Encoding.UTF8, "application/json") : null;
}

using System.Net;
using System.Text.Json;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Web;

/// <summary>The edge alone, around routes that fail in each way there is.</summary>
public sealed class FailingStatusTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private WebApplication? _app;

    public static TheoryData<int> Statuses => [400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 414, 415, 422, 423, 428, 429, 431, 500, 501, 502, 503, 504];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_bare_status_becomes_a_problem_with_a_code_a_sentence_and_what_is_left_of_the_budget(int status)
    {
        using var answer = await _client.GetAsync($"/api/v1/bare/{status}");
        Assert.Equal(status, (int)answer.StatusCode);
        await AssertProblemAsync(answer);
        Assert.Equal(status == 429, answer.Headers.RetryAfter is not null);
        Assert.Equal(status == 401, answer.Headers.WwwAuthenticate.Count == 1);
    }

    [Fact]
    public async Task An_exception_is_a_500_that_tells_nothing_of_itself_and_keeps_the_budget_s_fields()
    {
        using var answer = await _client.GetAsync("/api/v1/broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var problem = await AssertProblemAsync(answer);
        Assert.DoesNotContain("planted", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_goes_down_by_one_a_request_and_is_not_counted_by_looking()
    {
        using var first = await _client.GetAsync("/api/v1/fine");
        using var refused = await _client.GetAsync("/api/v1/fine?x=%00");
        using var second = await _client.GetAsync("/api/v1/fine");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await AssertProblemAsync(refused);
        Assert.Equal("\"requests\";q=6;w=60", Assert.Single(first.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(Left(first) - 1, Left(second));
        Assert.StartsWith($"\"requests\";r={Left(second)};t=", Assert.Single(second.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);

        // One request comes back in ten seconds: the numbers hold still while they are compared.
        builder.Configuration["Web:RequestsPerMinute"] = "6";
        builder.Services.AddWeb(builder.Configuration);
        _app = builder.Build();
        _app.UseWebEdge();
        _app.UseRouting();
        _app.UseWebLimits();
        _app.MapGet("/api/v1/bare/{status:int}", (int status) => Results.StatusCode(status));
        _app.MapGet("/api/v1/broken", IResult () => throw new InvalidOperationException("planted words"));
        _app.MapGet("/api/v1/fine", () => Results.Ok());
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app!.DisposeAsync();
    }

    private static int Left(HttpResponseMessage answer) => int.Parse(Assert.Single(answer.Headers.GetValues("RateLimit-Remaining")), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> AssertProblemAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Null(ProblemShape.FaultOf(answer, text));
        return text;
    }
}

using System.Net;
using System.Text.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Web;

public sealed class DocumentationTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Health_tells_states_to_everybody_and_nothing_else()
    {
        using var client = app.NewClient();
        foreach (var path in new[] { "/health", "/health/ready" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal("Healthy", health.GetProperty("status").GetString());
            Assert.Equal("Healthy", health.GetProperty("entries").GetProperty("database").GetProperty("status").GetString());
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task The_document_lists_routes_with_their_paging_and_problems()
    {
        using var client = await app.AsAdminAsync();
        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;
        var list = document.GetProperty("paths").GetProperty("/api/v1/audit").GetProperty("get");
        Assert.Equal(["actor", "action", "from", "to", "limit", "cursor"], list.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.True(list.GetProperty("responses").TryGetProperty("403", out _));
        Assert.DoesNotContain(document.GetProperty("components").GetProperty("schemas").EnumerateObject(), schema => schema.Name is "Actor" or "PageQuery");
    }

    [Fact]
    public async Task Texts_and_cursors_are_described_as_text()
    {
        using var client = await app.AsAdminAsync();
        var schemas = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("components").GetProperty("schemas");
        Assert.Equal("string", schemas.GetProperty("Credentials").GetProperty("properties").GetProperty("email").GetProperty("type").GetString());
        var pages = schemas.EnumerateObject().Select(schema => schema.Value).Where(schema => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty("next", out _)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains("string", TypeOf(schemas, page.GetProperty("properties").GetProperty("next")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_route_of_the_document_says_what_it_does()
    {
        using var client = await app.AsAdminAsync();
        var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;
        var silent = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Route: $"{operation.Name} {path.Name}", operation.Value)))
            .ToList();
        Assert.NotEmpty(silent);
        Assert.Empty(silent.Where(operation => !operation.Value.TryGetProperty("summary", out _)).Select(operation => operation.Route));
    }

    [Theory]
    [InlineData("/docs/index.html", HttpStatusCode.Redirect)]
    [InlineData("/openapi/v1.json", HttpStatusCode.Unauthorized)]
    public async Task The_documentation_is_for_people_who_signed_in(string path, HttpStatusCode stranger)
    {
        using var client = app.NewClient();
        Assert.Equal(stranger, (await client.GetAsync(path)).StatusCode);
        using var admin = await app.AsAdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(path)).StatusCode);
    }

    /// <summary>A described value's type, through a reference and through "or null".</summary>
    private static string TypeOf(JsonElement schemas, JsonElement value) =>
        value.TryGetProperty("$ref", out var reference) ? TypeOf(schemas, schemas.GetProperty(reference.GetString()!.Split('/')[^1]))
        : value.TryGetProperty("oneOf", out var choices) ? string.Join(' ', choices.EnumerateArray().Select(choice => TypeOf(schemas, choice)))
        : value.TryGetProperty("type", out var type) ? type.ToString() : "";
}

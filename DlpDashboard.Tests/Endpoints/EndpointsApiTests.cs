using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Endpoints;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointsApiTests(EndpointsApiTests.EndpointApp app) : IClassFixture<EndpointsApiTests.EndpointApp>
{
    private const string Route = "/api/v1/endpoints";
    private const string Password = "an-own-password-for-tests-3";

    [Fact]
    public async Task An_endpoint_is_added_read_changed_and_deleted()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        using var created = await client.PostAsJsonAsync(Route, new { name = "Rest", provider = "local", settings = new { root = app.NewFolder() } });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var location = created.Headers.Location!;
        Assert.Equal("\"1\"", created.Headers.ETag!.Tag);

        var body = await client.GetFromJsonAsync<Dictionary<string, JsonElement>>(location);
        Assert.Equal(("Rest", "local", true, "untested"), (body!["name"].GetString(), body["provider"].GetString(), body["enabled"].GetBoolean(), body["state"].GetString()));
        body["name"] = JsonSerializer.SerializeToElement("Renamed");
        using var changed = await PutAsync(client, location, body, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));

        var list = await client.GetFromJsonAsync<JsonElement>($"{Route}?q=renamed&limit=1");
        Assert.Equal("Renamed", list.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(location)).StatusCode);
        await AssertProblemAsync(await client.GetAsync(location), HttpStatusCode.NotFound, "endpoints.not-found");
    }

    [Fact]
    public async Task Who_names_an_older_version_is_refused_and_told_by_whom()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        var root = app.NewFolder();
        using var created = await client.PostAsJsonAsync(Route, new { name = "Versions", provider = "local", root });
        var location = created.Headers.Location!;
        using var first = await PutAsync(client, location, new { name = "Versions 2", provider = "local", root }, "\"1\"");
        using var second = await PutAsync(client, location, new { name = "Versions 3", provider = "local", root }, "\"1\"");
        using var strange = await PutAsync(client, location, new { name = "Versions 3", provider = "local", root }, "\"abc\"");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var problem = await AssertProblemAsync(second, HttpStatusCode.PreconditionFailed, "endpoints.edit-conflict");
        Assert.Contains("changed this endpoint", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.PreconditionFailed, strange.StatusCode);
    }

    [Fact]
    public async Task A_secret_goes_in_and_never_comes_out()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        var secret = "planted" + Guid.CreateVersion7().ToString("N");
        var settings = new { region = "eu-central-1", serviceUrl = "http://127.0.0.1:9", pathStyle = true, accessKeyId = "KEYOFTESTS", secretAccessKey = secret };
        using var created = await client.PostAsJsonAsync(Route, new { name = "Secret", provider = "aws", bucketFilter = "one", settings });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var seen = await created.Content.ReadAsStringAsync() + await client.GetStringAsync(created.Headers.Location) + await client.GetStringAsync(Route) + await client.GetStringAsync($"{Route}/export");
        using var again = await client.PostAsJsonAsync(Route, new { name = "Secret", provider = "aws", bucketFilter = "one", settings });
        using var moved = await PutAsync(client, created.Headers.Location!, new { name = "Secret", provider = "aws", bucketFilter = "one", region = "eu-central-1", serviceUrl = "http://127.0.0.1:10", pathStyle = true, accessKeyId = "KEYOFTESTS" }, null);
        var refused = await AssertProblemAsync(moved, HttpStatusCode.UnprocessableEntity, "endpoints.secret-required-again");

        Assert.Contains("\"hasSecret\":true", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, seen + await again.Content.ReadAsStringAsync() + refused, StringComparison.Ordinal);
        await AssertProblemAsync(again, HttpStatusCode.Conflict, "endpoints.duplicate-name");
    }

    [Fact]
    public async Task A_test_answers_every_step()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        using var created = await client.PostAsJsonAsync(Route, new { name = "Steps", provider = "local", root = app.NewFolder() });
        using var tested = await client.PostAsync(new Uri(created.Headers.Location + "/test", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, tested.StatusCode);
        var answer = await tested.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["reach", "signIn", "list", "read"], answer.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()));
        Assert.Equal("ok", answer.GetProperty("steps")[0].GetProperty("state").GetString());

        using var unsaved = await client.PostAsJsonAsync($"{Route}/test", new { provider = "local", root = app.NewFolder() });
        Assert.Equal(HttpStatusCode.OK, unsaved.StatusCode);
    }

    [Fact]
    public async Task Strangers_analysts_and_other_organisations_stand_before_walls()
    {
        using var admin = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        using var created = await admin.PostAsJsonAsync(Route, new { name = "Walled", provider = "local", root = app.NewFolder() });
        var location = created.Headers.Location!;
        using var nobody = app.NewClient();
        using var analyst = await NewPersonAsync("endpoints.read", sameOrganisation: true);
        using var foreigner = await NewPersonAsync("*", sameOrganisation: false);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(location)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(location)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.DeleteAsync(location)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsJsonAsync(Route, new { name = "No", provider = "local" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync(new Uri(location + "/test", UriKind.Relative), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.GetAsync(location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.DeleteAsync(location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.GetAsync(new Uri(location + "/dependents", UriKind.Relative))).StatusCode);
        Assert.Equal(0, (await foreigner.GetFromJsonAsync<JsonElement>(Route)).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"name":"x","provider":"local","root":5}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"x","provider":"local","settings":{"root":{"deep":[]}}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"x","provider":"local","root":"/etc"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"x","provider":"local"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"half \ud83d","provider":"local"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":""", HttpStatusCode.BadRequest)]
    [InlineData("""null""", HttpStatusCode.BadRequest)]
    [InlineData("""[]""", HttpStatusCode.BadRequest)]
    public async Task A_body_out_of_form_is_refused_with_a_problem(string body, HttpStatusCode status)
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(Route, content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_deleted_endpoint_is_cleared_away_without_being_asked_again()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        using var created = await client.PostAsJsonAsync(Route, new { name = "Cleared", provider = "local", root = app.NewFolder() });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await client.DeleteAsync(created.Headers.Location);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var db = app.NewContext();
        while (await db.Set<StorageEndpoint>().AnyAsync(e => e.Id == id, limit.Token))
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task An_endpoint_is_disabled_by_changing_it_and_lists_are_narrowed()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        var root = app.NewFolder();
        using var created = await client.PostAsJsonAsync(Route, new { name = "=Formula", provider = "local", root });
        using var changed = await PutAsync(client, created.Headers.Location!, new { name = "=Formula", provider = "local", root, enabled = false }, null);

        var list = await client.GetFromJsonAsync<JsonElement>($"{Route}?state=disabled&state=failing&provider=local");
        Assert.Equal("=Formula", Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("'=Formula,local,", await client.GetStringAsync($"{Route}/export?state=disabled"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{Route}?state=sideways")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{Route}?cursor=guess")).StatusCode);
    }

    [Fact]
    public async Task The_documentation_knows_the_routes()
    {
        using var client = await SignInAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        var paths = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths");

        Assert.True(paths.TryGetProperty($"{Route}/{{id}}/test", out _));
        Assert.Equal(2, paths.GetProperty(Route).EnumerateObject().Count());
    }

    private static async Task<HttpResponseMessage> PutAsync<T>(HttpClient client, Uri location, T body, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, location) { Content = JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    private async Task<HttpClient> SignInAsync(string email, string password)
    {
        var client = app.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    private async Task<HttpClient> NewPersonAsync(string permission, bool sameOrganisation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = app.NewContext();
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Name = "Other", CreatedUtc = now.UtcDateTime };
        if (!sameOrganisation)
        {
            db.Organisations.Add(organisation);
        }

        var id = sameOrganisation ? (await db.Users.SingleAsync(a => a.Email == AppFixture.AdminEmail)).OrganisationId : organisation.Id;
        var role = new Role { Id = Guid.CreateVersion7(now), OrganisationId = id, Name = $"Role {Guid.CreateVersion7(now)}", Permissions = [permission] };
        db.Roles.Add(role);
        await db.SaveChangesAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var email = $"p{Guid.CreateVersion7(now):N}@example.test";
        var account = new Account { Id = Guid.CreateVersion7(now), OrganisationId = id, UserName = email, Email = email, DisplayName = "Person", CreatedUtc = now.UtcDateTime };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        db.RoleAssignments.Add(new RoleAssignment { OrganisationId = id, AccountId = account.Id, RoleId = role.Id });
        await db.SaveChangesAsync();
        return await SignInAsync(email, Password);
    }

    /// <summary>The app with a folder that may be connected.</summary>
    public sealed class EndpointApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Folder), new("Endpoints:TestsPerMinute", "1000")];

        public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Guid.CreateVersion7().ToString("N"))).FullName;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Access;

public sealed class SessionTests(SessionTests.ImpatientApp app) : IClassFixture<SessionTests.ImpatientApp>
{
    private const string NewPassword = "another own password 9";

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await app.AddAccountAsync("changes@example.test", "Analyst");
        using var here = await app.AsAsync("changes@example.test", SignedIn.Password);
        using var elsewhere = await app.AsAsync("changes@example.test", SignedIn.Password);
        using var answer = await here.PostAsJsonAsync("/api/v1/auth/password", new { currentPassword = SignedIn.Password, newPassword = NewPassword });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await app.WaitForRevalidationAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/v1/me")).StatusCode);
        using var again = await app.AsAsync("changes@example.test", NewPassword);
    }

    [Theory]
    [InlineData("wrong password here", NewPassword, "access.wrongCurrentPassword", "currentPassword")]
    [InlineData(SignedIn.Password, SignedIn.Password, "access.samePassword", "newPassword")]
    [InlineData(SignedIn.Password, "short", "access.weakPassword", "newPassword")]
    [InlineData(SignedIn.Password, "password1234", "access.weakPassword", "newPassword")]
    public async Task A_password_is_changed_only_for_a_good_one(string current, string wanted, string code, string field)
    {
        var email = $"keeps-{code}-{wanted.Length}@example.test";
        await app.AddAccountAsync(email, "Analyst");
        using var client = await app.AsAsync(email, SignedIn.Password);
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/password", new { currentPassword = current, newPassword = wanted });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
        using var still = await app.AsAsync(email, SignedIn.Password);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_from_the_open_session()
    {
        var account = await app.AddAccountAsync("demoted@example.test", "Admin");
        using var client = await app.AsAsync("demoted@example.test", SignedIn.Password);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/audit")).StatusCode);
        await using (var db = app.NewContext())
        {
            await db.RoleAssignments.Where(a => a.AccountId == account.Id).ExecuteDeleteAsync();
        }

        await app.WaitForRevalidationAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/audit")).StatusCode);
    }

    [Fact]
    public async Task A_deleted_account_is_signed_out()
    {
        var account = await app.AddAccountAsync("deleted@example.test", "Analyst");
        using var client = await app.AsAsync("deleted@example.test", SignedIn.Password);
        await using (var db = app.NewContext())
        {
            await db.Users.Where(a => a.Id == account.Id).ExecuteDeleteAsync();
        }

        await app.WaitForRevalidationAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_circuit_ends_when_password_or_roles_change_and_not_before()
    {
        var account = await app.AddAccountAsync("circuit@example.test", "Analyst");
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<IOptions<DlpDashboard.Access.AccessOptions>>());
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>();
        account = await users.FindByIdAsync(account.Id.ToString());
        var atFirst = await principals.CreateAsync(account!);
        Assert.True(await circuit.IsStillTrueAsync(atFirst, CancellationToken.None));

        await using var db = app.NewContext();
        var admin = await db.Roles.SingleAsync(r => r.OrganisationId == account!.OrganisationId && r.Name == "Admin");
        db.RoleAssignments.Add(new RoleAssignment { OrganisationId = account!.OrganisationId, AccountId = account.Id, RoleId = admin.Id });
        await db.SaveChangesAsync();
        Assert.False(await circuit.IsStillTrueAsync(atFirst, CancellationToken.None));

        var promoted = await principals.CreateAsync(account);
        Assert.True(await circuit.IsStillTrueAsync(promoted, CancellationToken.None));
        await users.UpdateSecurityStampAsync(account);
        Assert.False(await circuit.IsStillTrueAsync(promoted, CancellationToken.None));
    }

    [Fact]
    public async Task A_role_of_another_organisation_gives_nothing()
    {
        var account = await app.AddAccountAsync("crossed@example.test", role: null);
        var foreign = await app.AddOrganisationAsync("Foreign");
        await using (var db = app.NewContext())
        {
            var role = await db.Roles.SingleAsync(r => r.OrganisationId == foreign);
            db.RoleAssignments.Add(new RoleAssignment { OrganisationId = account.OrganisationId, AccountId = account.Id, RoleId = role.Id });
            await db.SaveChangesAsync();
        }

        using var client = await app.AsAsync("crossed@example.test", SignedIn.Password);
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("permissions").EnumerateArray());
    }

    [Fact]
    public async Task A_one_time_password_opens_only_the_page_that_changes_it()
    {
        await app.AddAccountAsync("newcomer@example.test", "Admin", mustChangePassword: true);
        using var client = app.NewClient();
        using var signedIn = await client.PostFormAsync("/account/login?returnUrl=/findings", "sign-in", new() { ["email"] = "newcomer@example.test", ["password"] = SignedIn.Password });
        Assert.EndsWith("/account/password", signedIn.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var page = await client.GetAsync("/account");
        Assert.Equal("/account/password", page.Headers.Location?.ToString());
        using var api = await client.GetAsync("/api/v1/audit");
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Equal("access.passwordChangeRequired", (await api.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        using var changed = await client.PostFormAsync("/account/password", "password", new() { ["currentPassword"] = SignedIn.Password, ["newPassword"] = NewPassword, ["repeated"] = NewPassword });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/audit")).StatusCode);
    }

    [Fact]
    public async Task The_password_page_says_when_the_new_one_was_repeated_wrongly()
    {
        await app.AddAccountAsync("repeats@example.test", "Analyst");
        using var client = await app.AsAsync("repeats@example.test", SignedIn.Password);
        using var answer = await client.PostFormAsync("/account/password", "password", new() { ["currentPassword"] = SignedIn.Password, ["newPassword"] = NewPassword, ["repeated"] = NewPassword + "x" });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The two new passwords differ.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NewPassword, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_name_is_changed_by_page_and_by_rest()
    {
        await app.AddAccountAsync("named@example.test", "Analyst");
        using var client = await app.AsAsync("named@example.test", SignedIn.Password);
        using var byPage = await client.PostFormAsync("/account", "profile", new() { ["name"] = "Night <Watch>" });
        Assert.Equal(HttpStatusCode.Redirect, byPage.StatusCode);
        Assert.Contains("Night &lt;Watch&gt;", await client.GetStringAsync("/account"), StringComparison.Ordinal);
        using var byRest = await client.PutAsJsonAsync("/api/v1/me", new { name = "Day Watch" });
        Assert.Equal("Day Watch", (await byRest.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("line\nbreak")]
    public async Task A_name_without_letters_or_with_line_breaks_is_refused(string name)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PutAsJsonAsync("/api/v1/me", new { name });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>Validates sessions after a second instead of a minute.</summary>
    public sealed class ImpatientApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Access:RevalidateEvery", "00:00:01")];

        /// <summary>The interval is real time inside the cookie, so real time it is that must pass.</summary>
        public Task WaitForRevalidationAsync() => Task.Delay(TimeSpan.FromMilliseconds(1100), TimeProvider.System);
    }
}

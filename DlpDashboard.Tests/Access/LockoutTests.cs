using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Access;

public sealed class LockoutTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Five_wrong_passwords_close_the_email_for_the_right_one_too()
    {
        await app.AddAccountAsync("closed@example.test", role: null);
        var answers = await TryAsync("closed@example.test", 6);
        Assert.Equal(["access.wrongCredentials", "access.wrongCredentials", "access.wrongCredentials", "access.wrongCredentials", "access.locked", "access.locked"], answers.Select(a => a.Code));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[4].Status);
        Assert.Matches(@"closed until \d\d:\d\d UTC; try again in 5 minutes\.", answers[4].Sentence);
        using var client = app.NewClient();
        using var right = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = "closed@example.test", password = SignedIn.Password });
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task An_email_without_an_account_answers_like_one_with()
    {
        await app.AddAccountAsync("real@example.test", role: null);
        var real = await TryAsync("real@example.test", 7);
        var stranger = await TryAsync("stranger@example.test", 7);
        Assert.Equal(real.Select(a => (a.Status, a.Code)), stranger.Select(a => (a.Status, a.Code)));
        Assert.Equal(real[^1].Sentence[..40], stranger[^1].Sentence[..40]);
    }

    [Fact]
    public async Task When_the_time_is_over_the_email_is_open_again()
    {
        var account = await app.AddAccountAsync("opens@example.test", role: null);
        await TryAsync("opens@example.test", 5);
        await using (var db = app.NewContext())
        {
            var row = await db.Users.FindAsync(account.Id);
            row!.LockoutEnd = DateTimeOffset.UnixEpoch;
            await db.SaveChangesAsync();
        }

        using var client = await app.AsAsync("opens@example.test", SignedIn.Password);
    }

    [Fact]
    public async Task The_right_password_forgets_the_wrong_ones()
    {
        await app.AddAccountAsync("forgets@example.test", role: null);
        await TryAsync("forgets@example.test", 4);
        using (await app.AsAsync("forgets@example.test", SignedIn.Password))
        {
        }

        Assert.All(await TryAsync("forgets@example.test", 4), answer => Assert.Equal("access.wrongCredentials", answer.Code));
    }

    [Fact]
    public async Task Guessing_in_parallel_gives_no_more_guesses()
    {
        await app.AddAccountAsync("raced@example.test", role: null);
        var answers = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TryAsync("raced@example.test", 1)))).Select(a => a[0].Code).ToList();
        Assert.InRange(answers.Count(code => code == "access.wrongCredentials"), 0, 4);
    }

    [Fact]
    public async Task Each_way_of_failing_hashes_once()
    {
        var hasher = new CountingHasher();
        await app.AddAccountAsync("hashed@example.test", role: null);
        await using var scope = app.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInService>();
        scope.ServiceProvider.GetRequiredService<UserManager<Account>>().PasswordHasher = hasher;
        var counts = new List<int>();
        foreach (var email in new[] { "hashed@example.test", "no-account@example.test", "hashed@example.test", "no-account@example.test" })
        {
            hasher.Verified = 0;
            await signIn.SignInAsync(email, "a wrong password", remember: false, CancellationToken.None);
            counts.Add(hasher.Verified);
        }

        Assert.Equal([1, 1, 1, 1], counts);
    }

    private async Task<List<(HttpStatusCode Status, string Code, string Sentence)>> TryAsync(string email, int times)
    {
        using var client = app.NewClient();
        var answers = new List<(HttpStatusCode, string, string)>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password = $"wrong password {i}" });
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            answers.Add((answer.StatusCode, problem.GetProperty("code").GetString()!, problem.GetProperty("detail").GetString()!));
        }

        return answers;
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        public int Verified { get; set; }

        public string HashPassword(Account user, string password) => "decoy";

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return PasswordVerificationResult.Failed;
        }
    }
}

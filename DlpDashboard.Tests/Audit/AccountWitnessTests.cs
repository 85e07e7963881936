using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Audit;

public sealed class AccountWitnessTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_trail_tells_of_sign_ins_refusals_and_lockouts()
    {
        var account = await app.AddAccountAsync("watched@example.test", role: null);
        using (await app.AsAsync("watched@example.test", SignedIn.Password))
        {
        }

        using var stranger = app.NewClient();
        for (var i = 0; i < 6; i++)
        {
            await stranger.PostAsJsonAsync("/api/v1/auth/login", new { email = "watched@example.test", password = "planted-wrong-password" });
        }

        using var admin = await app.AsAdminAsync();
        var text = await admin.GetStringAsync($"/api/v1/audit?actor={account.Id}");
        var actions = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString());
        Assert.Equal(
            ["account.locked", "account.signInFailed", "account.signInFailed", "account.signInFailed", "account.signInFailed", "account.signedIn"],
            actions);
        Assert.DoesNotContain("planted-wrong-password", text, StringComparison.Ordinal);
    }
}

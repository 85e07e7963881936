using System.Net.Http.Json;
using System.Text;
using DlpDashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Web;

public sealed class LogSecrecyTests(LogSecrecyTests.TalkativeApp app) : IClassFixture<LogSecrecyTests.TalkativeApp>
{
    private const string Planted = "planted-7f3c-never-to-be-seen";

    [Fact]
    public async Task No_line_of_any_level_holds_a_secret_that_passed_through()
    {
        using var log = new RememberingLog();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var stranger = app.NewClient();
        await stranger.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = $"wrong {Planted}" });
        await stranger.PostFormAsync("/account/login", "sign-in", new() { ["email"] = AppFixture.AdminEmail, ["password"] = $"wrong by page {Planted}" });

        using var client = await app.AsAdminAsync();
        await client.PostAsJsonAsync("/api/v1/auth/password", new { currentPassword = AppFixture.AdminPassword, newPassword = Planted });
        await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "logs", provider = "aws", region = "eu-west-1", credentials = "keys", accessKeyId = "AKIA" + "EXAMPLEEXAMPLE00", secretAccessKey = Planted });
        await client.PutAsync("/api/v1/me", new StringContent($"{{\"name\":{{\"secret\":\"{Planted}\"}}}}", Encoding.UTF8, "application/json"));
        await client.PutAsync("/api/v1/me", new StringContent($"{{\"name\":\"{Planted}", Encoding.UTF8, "application/json"));

        Assert.True(log.Lines.Count > 50);
        Assert.Contains(log.Lines, line => line.Contains("account.passwordChanged", StringComparison.Ordinal) && line.Contains("organisation=", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Planted, StringComparison.Ordinal) || line.Contains(AppFixture.AdminPassword, StringComparison.Ordinal));
    }

    /// <summary>Every level, and none of it to the console.</summary>
    public sealed class TalkativeApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Logging:LogLevel:Default", "Trace"),
            new("Logging:LogLevel:Microsoft", "Trace"),
            new("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Trace"),
            new("Logging:LogLevel:System.Net.Http", "Trace"),
            new("Logging:Console:LogLevel:Default", "None"),
            new("Logging:Console:LogLevel:Microsoft", "None"),
            new("Logging:Console:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "None"),
            new("Logging:Console:LogLevel:System.Net.Http", "None"),
        ];
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using DlpDashboard.Tests.House;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Web;

/// <summary>The REST description that others build on, as it was agreed last; <c>scripts/openapi.sh</c> writes it anew.</summary>
public sealed class OpenApiSnapshotTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Fact]
    public async Task The_description_of_the_REST_routes_changes_only_when_somebody_means_it()
    {
        var agreed = Path.Combine(Sources.Root, "docs", "openapi.json");
        using var client = await app.AsAdminAsync();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var now = JsonSerializer.Serialize(document.RootElement, Indented) + "\n";
        if (Environment.GetEnvironmentVariable("DLP_RENEW_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(agreed, now);
        }

        var before = (await File.ReadAllTextAsync(agreed)).Split('\n');
        var after = now.Split('\n');
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            line == before.Length && line == after.Length,
            $"docs/openapi.json differs from what the app describes, first in line {line + 1}: \"{before.ElementAtOrDefault(line)}\" became \"{after.ElementAtOrDefault(line)}\". Meant so? Run scripts/openapi.sh and commit the file.");
    }
}

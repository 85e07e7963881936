using System.Text.Json;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Testing;

/// <summary>What on a page hinders people, as axe-core sees it.</summary>
internal static class Barriers
{
    /// <summary>Serious and critical ones on the page as it stands, each with the name of the place.</summary>
    public static async Task<IReadOnlyList<string>> OnAsync(IPage page, string place)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script()));
        var result = await page.EvaluateAsync<JsonElement>("async () => await axe.run()");
        return [.. result.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{place}: {violation.GetProperty("id").GetString()} {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}")];
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "DlpDashboard.Tests", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException("axe-core is missing. Run ./test.sh, or npm ci in DlpDashboard.Tests.");
    }
}

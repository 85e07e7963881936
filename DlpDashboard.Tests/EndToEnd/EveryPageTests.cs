using System.Reflection;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>What holds for every page there is: found in the app itself, so a new page is covered the day it appears.</summary>
public sealed class EveryPageTests(AppFixture app) : IClassFixture<AppFixture>
{
    /// <summary>The living style sheet is there in Development only; the others are shown by the app itself when something else fails.</summary>
    private static readonly string[] NotVisited = ["/ui", "/error", "/not-found"];

    private const string Unfinished = ".skeleton, [aria-busy=true]";

    public static TheoryData<ColorScheme, int> Windows => new()
    {
        { ColorScheme.Light, 1440 },
        { ColorScheme.Dark, 1440 },
        { ColorScheme.Light, 390 },
        { ColorScheme.Dark, 390 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task No_page_hinders_people_complains_in_the_console_or_is_larger_than_its_window(ColorScheme theme, int width)
    {
        await using var person = await Person.SignInAsync(app.Address, width, theme: theme);
        var faults = new List<string>();
        var paths = Paths().ToList();
        Assert.Contains("/findings", paths);
        foreach (var path in paths)
        {
            await person.GoAsync(path);
            await Assertions.Expect(person.Page.Locator(Unfinished)).ToHaveCountAsync(0);
            faults.AddRange(await Barriers.OnAsync(person.Page, path));
            if (await person.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"))
            {
                faults.Add($"{path} is wider than {width} pixels");
            }

            if (await person.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight > window.innerHeight + 1"))
            {
                faults.Add($"{path} can be scrolled past its end");
            }

            if (await person.Page.Locator("h1").CountAsync() != 1)
            {
                faults.Add($"{path} has not exactly one h1");
            }
        }

        Assert.Empty(faults);
        Assert.Empty(person.Complaints);
    }

    private static IEnumerable<string> Paths() => typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .Where(template => !template.Contains('{', StringComparison.Ordinal) && !NotVisited.Contains(template))
        .Distinct()
        .Order(StringComparer.Ordinal);
}

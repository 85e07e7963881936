using Microsoft.Playwright;

namespace DlpDashboard.Tests.Testing;

/// <summary>Somebody at a browser window of their own: cookies, size and theme; what the console complains of is kept.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext window, IPage page, Uri address)
    {
        _window = window;
        Page = page;
        Address = address;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add($"{new Uri(page.Url).AbsolutePath}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{new Uri(page.Url).AbsolutePath}: {error}");
    }

    /// <summary>The window's page.</summary>
    public IPage Page { get; }

    /// <summary>Where the app listens.</summary>
    public Uri Address { get; }

    /// <summary>Errors in the console since the window opened.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a window.</summary>
    public static async Task<Person> ArriveAsync(Uri address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light)
    {
        var browser = await Chromium.Browser;
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Europe/Berlin",
            BypassCSP = false,
        });
        window.SetDefaultTimeout(Chromium.Patience);
        return new Person(window, await window.NewPageAsync(), address);
    }

    /// <summary>Opens a window and signs in as the fixture's administrator.</summary>
    public static async Task<Person> SignInAsync(Uri address, int width = 1440, int height = 900, ColorScheme theme = ColorScheme.Light)
    {
        var person = await ArriveAsync(address, width, height, theme);
        await person.GoAsync("/account/login");
        await person.Page.GetByLabel("Email").FillAsync(AppFixture.AdminEmail);
        await person.Page.GetByLabel("Password", new PageGetByLabelOptions { Exact = true }).FillAsync(AppFixture.AdminPassword);
        await person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await person.SeeAsync("Overview");
        return person;
    }

    /// <summary>Goes to a page and waits for its heading.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await Page.Locator("h1").First.WaitForAsync();
    }

    /// <summary>Waits for the heading of a page; where another stays, tells what the page says instead.</summary>
    public async Task SeeAsync(string heading)
    {
        try
        {
            await Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1, Name = heading }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"\"{heading}\" did not come. {new Uri(Page.Url).AbsolutePath} says: {await Page.Locator("main").InnerTextAsync()}\n{string.Join('\n', _complaints)}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _window.DisposeAsync();
}

using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the Google store makes of listings that are damaged, endless or lies.</summary>
public sealed class GcsHostileListingTests : IAsyncLifetime
{
    private readonly ProviderOptions _options = new() { StallTimeout = TimeSpan.FromMilliseconds(200), FirstByteTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
    private GoogleStorage _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await GoogleStorage.StartAsync();
        _store = Open(_options);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[{\"name\":\"a")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":\"none\"}")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[{\"name\":7}]}")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[{\"name\":\"\\ud800\"}]}")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[null]}")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[{\"name\":\"\"}]}")]
    [InlineData("{\"kind\":\"storage#objects\",\"items\":[{\"name\":\"a\",\"x\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}]}")]
    public async Task An_answer_that_is_no_listing_is_a_fault_and_not_an_empty_bucket(string text)
    {
        _server.Before = (context, _) => GoogleStorage.WriteAsync(context, text);
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_listing_cut_in_the_middle_is_asked_for_again()
    {
        _server.Objects["x"] = "1";
        _server.Before = async (context, number) =>
        {
            if (number == 1)
            {
                context.Response.ContentLength = 5000;
                await context.Response.WriteAsync("{\"kind\":");
                await context.Response.Body.FlushAsync();
                context.Abort();
            }

            return number == 1;
        };
        Assert.Single(await _store.ListAllAsync("bucket"));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("other")]
    public async Task A_listing_that_goes_in_circles_ends(string kind)
    {
        _server.Before = (context, number) => GoogleStorage.WriteAsync(context, PageOf($"{Entry("a", "1")}", kind == "same" ? "1" : $"{number}"));
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        Assert.InRange(_server.Requests, 2, 3);
    }

    [Fact]
    public async Task Endless_empty_pages_end()
    {
        _server.Before = (context, number) => GoogleStorage.WriteAsync(context, PageOf("", $"{number}"));
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_server_that_knows_no_offset_is_still_resumed_right()
    {
        foreach (var number in Enumerable.Range(0, 25))
        {
            _server.Objects[$"{number:00}"] = "x";
        }

        _server.PageSize = 4;
        _server.Before = (context, _) =>
        {
            context.Request.QueryString = new QueryString(context.Request.QueryString.Value!.Replace("startOffset", "ignored", StringComparison.Ordinal));
            return Task.FromResult(false);
        };
        Assert.Equal(["18", "19", "20", "21", "22", "23", "24"], (await _store.ListAllAsync("bucket", null, "17")).Select(o => o.Key));
    }

    [Theory]
    [InlineData("-5", "1")]
    [InlineData("99999999999999999999999999", "1")]
    [InlineData("", "1")]
    [InlineData("1", "x&userProject=y")]
    [InlineData("1", "123456789012345678901234567890")]
    public async Task A_damaged_entry_spoils_one_object_and_not_the_page(string size, string generation)
    {
        _server.Before = (context, _) => GoogleStorage.WriteAsync(context, PageOf($"{Entry("a", size, generation)},{Entry("b", "1")}", null));
        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal([StoreFault.Unreadable, null], listed.Select(o => o.KnownFault));
        Assert.Equal((0, string.Empty), (listed[0].Size, listed[0].Version));
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => _store.OpenAsync(listed[0], null, default)));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_into_memory()
    {
        _server.Before = async (context, _) =>
        {
            var block = Encoding.ASCII.GetBytes(new string(' ', 64_000));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }

            return true;
        };
        _options.FirstByteTimeout = TimeSpan.FromSeconds(60);
        await using var store = Open(_options);
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_redirection_to_another_host_is_not_followed_and_no_token_goes_there()
    {
        await using var thief = await GoogleStorage.StartAsync();
        _server.Before = async (context, _) =>
        {
            context.Response.Headers.Location = thief.Url + context.Request.Path + context.Request.QueryString;
            return await GoogleStorage.FailAsync(context, 307, "redirect");
        };
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        await using var signed = Stores.Factory(_options).Open(_server.SignedConnection());
        Assert.True(await Stores.FaultOfAsync(() => signed.ListAllAsync("bucket")) is StoreFault.SignInFailed or StoreFault.Misconfigured);
        Assert.Equal(0, thief.Requests);
    }

    [Fact]
    public async Task Hostile_keys_of_any_kind_round_trip()
    {
        string[] keys =
        [
            "/leading", "//", "a//b", "..", "../x", "a/../../b", ".", "./x", "<script>alert('x')</script>", "\"&';--", "\u0001\u001B[2J", "\u202Egnp.exe", "line\r\nbreak",
            "x".PadLeft(1024, 'x'), "%2F%2e", "plus+ space", "\\..\\x", "é\U0001F600", "?alt=json&x", "#fragment", "a%00b", "~!*'()", "trailing/",
        ];
        foreach (var key in keys)
        {
            _server.Objects[key] = "of " + key;
        }

        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal(_server.Objects.Keys, listed.Select(o => o.Key));
        foreach (var one in listed)
        {
            Assert.Equal("of " + one.Key, await _store.ReadTextAsync(one));
            Assert.Equal(_server.Objects.Keys.SkipWhile(key => key != one.Key).Skip(1), (await _store.ListAllAsync("bucket", null, one.Key)).Select(o => o.Key));
        }
    }

    private IObjectStore Open(ProviderOptions options) => Stores.Factory(options, new HurriedTime()).Open(_server.Connection());

    private static string Entry(string name, string size, string generation = "1") => $$"""{"name":"{{name}}","size":"{{size}}","generation":"{{generation}}"}""";

    private static string PageOf(string entries, string? token) =>
        $$"""{"kind":"storage#objects","items":[{{entries}}]{{(token is null ? "" : $",\"nextPageToken\":\"{token}\"")}}}""";
}

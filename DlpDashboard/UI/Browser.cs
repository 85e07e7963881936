using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DlpDashboard.UI;

/// <summary>
/// The door to <c>js/ui.js</c>, one a circuit. Every call tolerates a browser that has gone: what a person's closed tab would have answered is the default.
/// </summary>
/// <param name="script">The circuit's JavaScript runtime.</param>
public sealed class Browser(IJSRuntime script) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>The IANA name of the person's time zone, or null.</summary>
    public ValueTask<string?> TimeZoneAsync() => AskAsync<string?>("timeZone");

    /// <summary>A preference remembered in this browser (not a secret, not shared between browsers).</summary>
    public ValueTask<string?> ReadPreferenceAsync(string name) => AskAsync<string?>("readPreference", name);

    /// <summary>Remembers a preference in this browser.</summary>
    public ValueTask WritePreferenceAsync(string name, string value) => TellAsync("writePreference", name, value);

    /// <summary>Puts text into the clipboard; false where the browser refused.</summary>
    public ValueTask<bool> CopyAsync(string text) => AskAsync<bool>("copy", text);

    /// <summary>Calls a function of the module without an answer.</summary>
    public async ValueTask TellAsync(string function, params object?[] arguments) => await AskAsync<object?>(function, arguments);

    /// <summary>Calls a function of the module; the default of <typeparamref name="T"/> where the browser is gone.</summary>
    public async ValueTask<T?> AskAsync<T>(string function, params object?[] arguments)
    {
        try
        {
            var module = await ModuleAsync();
            return await module.InvokeAsync<T>(function, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return default;
        }
    }

    /// <summary>Starts something in the browser that goes on until <see cref="StopAsync"/>: <c>watchRows</c>, <c>watchEnd</c>, <c>watchKeys</c>.</summary>
    public ValueTask<IJSObjectReference?> StartAsync(string function, params object?[] arguments) => AskAsync<IJSObjectReference>(function, arguments);

    /// <summary>Ends what <see cref="StartAsync"/> began.</summary>
    public static async ValueTask StopAsync(IJSObjectReference? running)
    {
        if (running is null)
        {
            return;
        }

        try
        {
            await running.InvokeVoidAsync("stop");
            await running.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser forgot it already.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_module is not { IsCompletedSuccessfully: true } loaded)
        {
            return;
        }

        try
        {
            await (await loaded).DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The circuit ended before its module.
        }
    }

    private Task<IJSObjectReference> ModuleAsync()
    {
        if (_module is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _module = script.InvokeAsync<IJSObjectReference>("import", "./js/ui.js").AsTask();
        }

        return _module;
    }
}

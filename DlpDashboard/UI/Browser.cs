using System.Text;
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
    public ValueTask<string?> TimeZoneAsync(CancellationToken cancellationToken = default) => AskAsync<string?>("timeZone", [], cancellationToken);

    /// <summary>A preference remembered in this browser (not a secret, not shared between browsers).</summary>
    public ValueTask<string?> ReadPreferenceAsync(string name, CancellationToken cancellationToken = default) => AskAsync<string?>("readPreference", [name], cancellationToken);

    /// <summary>Remembers a preference in this browser.</summary>
    public ValueTask WritePreferenceAsync(string name, string value, CancellationToken cancellationToken = default) =>
        TellAsync("writePreference", [name, value], cancellationToken);

    /// <summary>Puts text into the clipboard; false where the browser refused.</summary>
    public ValueTask<bool> CopyAsync(string text, CancellationToken cancellationToken = default) => AskAsync<bool>("copy", [text], cancellationToken);

    /// <summary>Calls a function of the module without an answer.</summary>
    public async ValueTask TellAsync(string function, object?[] arguments, CancellationToken cancellationToken = default) =>
        await AskAsync<object?>(function, arguments, cancellationToken);

    /// <summary>Calls a function of the module; the default of <typeparamref name="T"/> where the browser is gone.</summary>
    public async ValueTask<T?> AskAsync<T>(string function, object?[] arguments, CancellationToken cancellationToken = default)
    {
        try
        {
            var module = await ModuleAsync();
            return await module.InvokeAsync<T>(function, cancellationToken, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return default;
        }
    }

    /// <summary>The text of a box, in pieces that the circuit takes whatever its length; cut where it is longer than allowed, empty where the browser is gone.</summary>
    /// <param name="box">An input or text area. It must not send its value by itself: a large one would end the circuit.</param>
    /// <param name="most">Most characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<string> ReadTextAsync(ElementReference box, int most, CancellationToken cancellationToken = default)
    {
        await using var reference = await AskAsync<IJSStreamReference>("readText", [box, most], cancellationToken);
        if (reference is null)
        {
            return "";
        }

        await using var stream = await reference.OpenReadStreamAsync(most * 3L, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Starts something in the browser that goes on until <see cref="StopAsync"/>: <c>watchRows</c>, <c>watchEnd</c>, <c>watchKeys</c>.</summary>
    public ValueTask<IJSObjectReference?> StartAsync(string function, object?[] arguments, CancellationToken cancellationToken = default) =>
        AskAsync<IJSObjectReference>(function, arguments, cancellationToken);

    /// <summary>Ends what <see cref="StartAsync"/> began.</summary>
    public static async ValueTask StopAsync(IJSObjectReference? running, CancellationToken cancellationToken = default)
    {
        if (running is null)
        {
            return;
        }

        try
        {
            await running.InvokeVoidAsync("stop", cancellationToken);
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

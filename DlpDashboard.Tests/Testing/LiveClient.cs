using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// A client of a SignalR hub over a WebSocket, in SignalR's JSON protocol: messages end with U+001E; 1 is an invocation, 6 a ping, 7 a farewell.
/// Its library does not restore everywhere; npm's client is used beside it.
/// </summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private const char End = '\u001E';
    private readonly ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;

    private LiveClient()
    {
    }

    public ConcurrentQueue<JsonElement> Scans { get; } = new();

    public ConcurrentQueue<JsonElement> Events { get; } = new();

    /// <summary>The server ended the connection.</summary>
    public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<LiveClient> ConnectAsync(Uri hub, string cookie)
    {
        var client = new LiveClient();
        client._socket.Options.SetRequestHeader("Cookie", cookie);
        await client._socket.ConnectAsync(new UriBuilder(hub) { Scheme = "ws" }.Uri, default);
        await client.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        client._reading = client.ReadAsync();
        return client;
    }

    public Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, default);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var received = await _socket.ReceiveAsync(buffer, default);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                Take(text);
            }
        }
        catch (WebSocketException)
        {
            // Cut by either side.
        }
        catch (OperationCanceledException)
        {
            // Left by the test.
        }

        Closed.TrySetResult();
    }

    private void Take(StringBuilder text)
    {
        var whole = text.ToString();
        var last = whole.LastIndexOf(End);
        foreach (var message in whole[..(last + 1)].Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            var parsed = JsonDocument.Parse(message).RootElement;
            if (parsed.TryGetProperty("target", out var target))
            {
                (target.GetString() == "scanProgress" ? Scans : Events).Enqueue(parsed.GetProperty("arguments")[0]);
            }
        }

        text.Remove(0, last + 1);
    }
}

using System.Net;
using System.Net.Sockets;

namespace DlpDashboard.Tests.Endpoints;

/// <summary>Takes a connection and never answers.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentServer()
    {
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        Asked = _listener.AcceptSocketAsync();
    }

    public string Url { get; }

    /// <summary>Ends when somebody connected.</summary>
    public Task Asked { get; }

    public void Dispose() => _listener.Dispose();
}

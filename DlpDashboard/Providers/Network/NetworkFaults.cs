using System.Net.Sockets;
using System.Security.Authentication;

namespace DlpDashboard.Providers.Network;

/// <summary>What a failure below HTTP means, whatever the provider.</summary>
internal static class NetworkFaults
{
    /// <summary>Of one exception, its inner ones not looked at; null where it is none of the network.</summary>
    public static StoreFailure? Of(Exception exception) => exception switch
    {
        ObjectStoreException known => new StoreFailure(known, StoreRetry.Never),
        AuthenticationException => Unreachable(
            "The secure connection failed: the server's certificate is not trusted, or it does not speak TLS. Check the service URL and the certificate.", StoreRetry.Never, exception),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => Unreachable(
            "The server's name is not known. Check the spelling of the service URL, account and region, and the DNS of the app's machine.", StoreRetry.NoAnswer, exception),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Unreachable(
            "The server refuses connections. Check the service URL's port, and that the server runs.", StoreRetry.NoAnswer, exception),
        OperationCanceledException or TimeoutException => Unreachable(
            "The server did not answer in time. Check the service URL, the network and firewalls between.", StoreRetry.NoAnswer, exception),
        _ => null,
    };

    /// <summary>Of a connection that broke in some other way.</summary>
    public static StoreFailure Broken(Exception exception) =>
        Unreachable("The connection to the server failed. Check the network, then resume.", StoreRetry.Hiccup, exception);

    private static StoreFailure Unreachable(string sentence, StoreRetry retry, Exception inner) =>
        new(new ObjectStoreException(StoreFault.Unreachable, sentence, inner: inner), retry);
}

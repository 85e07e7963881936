using System.Net;

namespace DlpDashboard.Providers.Network;

/// <summary>The connections of one store, whatever the provider.</summary>
internal static class StoreConnections
{
    /// <summary>
    /// A pool limited in number, each connection renewed after ten minutes so that a changed address is noticed, never following a redirection
    /// by itself, and leading to no address that <see cref="ServiceAddress"/> forbids.
    /// </summary>
    public static SocketsHttpHandler Create(ProviderOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) =>
            ServiceAddress.ConnectAsync(context.DnsEndPoint, options.AllowLinkLocal, cancellationToken),
    };
}

using System.Net;
using System.Net.Sockets;

namespace DlpDashboard.Providers.Network;

/// <summary>
/// Which addresses a service URL may lead to. Administrators give them, yet a URL must not become a way to the machine's own credentials:
/// only http and https, no user or password inside, and no link-local or cloud metadata address, neither as written nor as its name
/// resolves at the moment of connecting (so a name that changes its address gains nothing).
/// </summary>
internal static class ServiceAddress
{
    private static readonly IPNetwork[] Metadata =
    [
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fd00:ec2::/32"),
        IPNetwork.Parse("100.100.100.200/32"),
    ];

    /// <summary>The URL, or null where it is none that may be used.</summary>
    public static Uri? Parse(string text, bool allowLinkLocal) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && url.Host.Length > 0
        && (allowLinkLocal || !IPAddress.TryParse(url.DnsSafeHost, out var address) || !IsMetadata(address))
            ? url
            : null;

    /// <summary>Whether an address is link-local or a cloud's metadata service.</summary>
    public static bool IsMetadata(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Metadata.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to the first address of a host that is allowed and answers.</summary>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowLinkLocal, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        var allowed = addresses.Where(address => allowLinkLocal || !IsMetadata(address)).ToArray();
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            throw new ObjectStoreException(StoreFault.Misconfigured, "The service URL leads to a link-local or cloud metadata address, which connections may not use. Give the storage's own address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

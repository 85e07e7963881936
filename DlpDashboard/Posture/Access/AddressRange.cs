using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DlpDashboard.Posture.Access;

/// <summary>A range of IP addresses (CIDR, RFC 4632), or one address.</summary>
internal readonly record struct AddressRange(IPAddress Start, int Bits)
{
    // Ranges at least so broad restrict nobody: what the provider calls a fixed range is narrower (block public access documentation).
    private const int BroadestVersion4 = 8;
    private const int BroadestVersion6 = 32;

    /// <summary>Whether it is so broad that it holds strangers.</summary>
    public bool IsBroad => Bits < (Start.AddressFamily == AddressFamily.InterNetwork ? BroadestVersion4 : BroadestVersion6);

    /// <summary>Reads <c>203.0.113.0/24</c>, <c>2001:db8::/32</c> or one address.</summary>
    public static bool TryParse(string text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var start))
        {
            return false;
        }

        var most = start.GetAddressBytes().Length * 8;
        var bits = most;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > most))
        {
            return false;
        }

        range = new AddressRange(start, bits);
        return true;
    }

    /// <summary>Whether an address is in it.</summary>
    public bool Contains(IPAddress address)
    {
        var (mine, other) = (Start.GetAddressBytes(), address.GetAddressBytes());
        if (mine.Length != other.Length)
        {
            return false;
        }

        for (var bit = 0; bit < Bits; bit++)
        {
            if (((mine[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;
    }
}

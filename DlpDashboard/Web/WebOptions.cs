using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Web;

/// <summary>Limits at the edge: <c>DLP__Web__…</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Web";

    /// <summary>The largest body of a request, in bytes, where a route does not ask for another.</summary>
    [Range(1024, 1L << 30)]
    public long MaxBodyBytes { get; set; } = 1 << 20;

    /// <summary>API requests a minute and account (or address, before sign-in). A burst may use a minute's worth at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Sign-in attempts a minute and address.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody's are by default.</summary>
    public IList<string> TrustedProxies { get; } = [];
}

namespace DlpDashboard.Providers;

/// <summary>Limits of storage connections; configuration section <c>Providers</c>, by environment <c>DLP__Providers__…</c>.</summary>
public sealed class ProviderOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Providers";

    /// <summary>
    /// The folders below which local connections may lie: absolute paths, as a list or as one text separated by colons. None means that no
    /// folder can be connected. Links among them are resolved when a connection is opened.
    /// </summary>
    public IReadOnlyList<string> LocalRoots { get; set; } = [];

    /// <summary>
    /// Whether service URLs may lead to link-local and cloud metadata addresses (169.254.0.0/16, fe80::/10, fd00:ec2::/32, 100.100.100.200).
    /// Off: whoever may add a connection must not reach the machine's own credentials through it.
    /// </summary>
    public bool AllowLinkLocal { get; set; }

    /// <summary>Whether connections may use the credentials of the machine itself: profiles, environment, instance role. Switch off where organisations do not trust each other.</summary>
    public bool AllowServerCredentials { get; set; } = true;

    /// <summary>Connections to one server at a time, a store.</summary>
    public int MaxConnections { get; set; } = 128;

    /// <summary>Longest wait for a connection, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for an answer's first byte, and for the whole of a short answer.</summary>
    public TimeSpan FirstByteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest silence within a body.</summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Attempts of one request, the first included.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Longest time one request may spend waiting between attempts, in all.</summary>
    public TimeSpan RetryBudget { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The first rule broken, with the key to mend, or null.</summary>
    public string? Check()
    {
        foreach (var root in LocalRoots)
        {
            if (!root.StartsWith('/') || root.Contains('\0') || root.Split('/').Contains("..") || root.Trim('/') is "" or "proc" or "sys" or "dev")
            {
                return "Providers:LocalRoots takes absolute paths without '..', and neither '/' nor /proc, /sys or /dev. Mend it.";
            }
        }

        TimeSpan[] waits = [ConnectTimeout, FirstByteTimeout, StallTimeout];
        return waits.Any(wait => wait < TimeSpan.FromMilliseconds(10) || wait > TimeSpan.FromMinutes(30))
            ? "Providers:ConnectTimeout, FirstByteTimeout and StallTimeout take 10 milliseconds to 30 minutes. Mend them."
            : MaxConnections is < 1 or > 4096 ? "Providers:MaxConnections takes 1 to 4096. Mend it."
            : MaxAttempts is < 1 or > 100 ? "Providers:MaxAttempts takes 1 to 100. Mend it."
            : RetryBudget < TimeSpan.Zero || RetryBudget > TimeSpan.FromHours(1) ? "Providers:RetryBudget takes zero to one hour. Mend it."
            : null;
    }
}

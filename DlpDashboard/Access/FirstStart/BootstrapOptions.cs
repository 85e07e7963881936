namespace DlpDashboard.Access.FirstStart;

/// <summary>What the very first start makes: <c>DLP__Bootstrap__…</c>. Without effect once an account exists.</summary>
public sealed class BootstrapOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Bootstrap";

    /// <summary>The first organisation's name.</summary>
    public string Organisation { get; set; } = "My organisation";

    /// <summary>The first administrator's email.</summary>
    public string AdminEmail { get; set; } = "admin@localhost";

    /// <summary>The first administrator's password. Without it one is made, printed once, and must be changed at the first sign-in.</summary>
    public string? AdminPassword { get; set; }
}

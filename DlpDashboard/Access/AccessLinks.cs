using DlpDashboard.Kernel;

namespace DlpDashboard.Access;

/// <summary>The addresses of the account pages.</summary>
public static class AccessLinks
{
    /// <summary>The page that changes the password.</summary>
    public const string Password = "/account/password";

    /// <summary>Where the sign-out form posts to.</summary>
    public const string SignOut = "/account/logout";

    /// <summary>The sign-in page that leads back to where the person wanted to go.</summary>
    public static string SignInThen(string localPath) => $"{Links.SignIn}?returnUrl={Uri.EscapeDataString(localPath)}";

    /// <summary>
    /// Where to go after signing in. Only a path of this site is followed (no open redirect, CWE-601): it begins with one slash, and browsers
    /// take neither a second slash nor a backslash after it, nor control characters in it, for a path.
    /// </summary>
    public static string LocalOrHome(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..]
        && returnUrl.Length <= 2000
        && !returnUrl.Any(char.IsControl)
        && !returnUrl.StartsWith(Links.SignIn, StringComparison.OrdinalIgnoreCase)
            ? returnUrl
            : Links.Overview;
}

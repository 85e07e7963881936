using System.Security.Cryptography;

namespace DlpDashboard.Access.FirstStart;

/// <summary>Passwords to be typed once: 20 letters and digits in groups, 98 bits, without those that look alike.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}

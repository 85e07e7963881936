using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Access;

/// <summary>Sign-in and sessions: <c>DLP__Access__…</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access";

    /// <summary>A session ends when it was idle for this long.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a changed password or role may go unnoticed by an open session.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RevalidateEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Wrong passwords in a row that close the sign-in of an email.</summary>
    [Range(1, 100)]
    public int LockoutAfter { get; set; } = 5;

    /// <summary>How long it stays closed.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan LockoutFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512; OWASP's Password Storage Cheat Sheet asks for 210,000 at least.</summary>
    [Range(210_000, 10_000_000)]
    public int PasswordRounds { get; set; } = 210_000;
}

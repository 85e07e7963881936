using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Length and a refuse list instead of composition rules (NIST SP 800-63B, section 5.1.1.2): at least 12 characters, not a common
/// password, not the person's own email or name, not one pattern repeated.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 256;
    public const string Hint = "At least 12 characters. A few unrelated words are easy to remember and hard to guess.";

    private static readonly string[] Common =
    [
        "password", "passwort", "motdepasse", "contraseña", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r5t", "1qaz2wsx3edc",
        "letmein", "welcome", "iloveyou", "administrator", "admin", "changeme", "trustno1", "football", "baseball", "princess", "sunshine", "superman",
        "dragon", "monkey", "master", "secret", "default", "dlpdashboard", "correcthorsebatterystaple", "summer", "winter", "spring", "autumn",
        "abcdefghijkl", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz", "0123456789", "1234567890", "9876543210",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(WhyNot(password ?? "", user.Email, user.DisplayName) is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = "weak", Description = sentence })
            : IdentityResult.Success);

    /// <summary>The sentence that says what is wrong, or null.</summary>
    public static string? WhyNot(string password, string? email, string? name)
    {
        if (password.EnumerateRunes().Count() < MinLength)
        {
            return $"The new password needs at least {MinLength} characters.";
        }

        if (password.Length > MaxLength)
        {
            return $"The new password may have at most {MaxLength} characters.";
        }

        if (IsRepeated(password) || IsCommon(password))
        {
            return "This password is one of the first that attackers try. Choose a few unrelated words.";
        }

        return IsPersonal(password, email, name) ? "The password is too close to your name or email. Choose another." : null;
    }

    /// <summary>A common word with nothing but digits and marks around it.</summary>
    private static bool IsCommon(string password)
    {
        var bare = new string(password.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
        var letters = bare.Trim("0123456789".ToCharArray());
        return letters.Length == 0
            || Common.Contains(bare, StringComparer.Ordinal)
            || Common.Contains(letters, StringComparer.Ordinal)
            || Common.Contains(letters.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't'), StringComparer.Ordinal);
    }

    private static bool IsRepeated(string password)
    {
        for (var period = 1; period <= 4; period++)
        {
            var repeats = true;
            for (var i = period; i < password.Length && repeats; i++)
            {
                repeats = password[i] == password[i - period];
            }

            if (repeats)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPersonal(string password, string? email, string? name)
    {
        var local = email?.Split('@')[0];
        return new[] { email, local, name }.Any(own =>
            own is { Length: >= 4 }
            && password.Contains(own, StringComparison.OrdinalIgnoreCase)
            && password.Length - own.Length < 8);
    }
}

using DlpDashboard.Kernel;

namespace DlpDashboard.Access;

/// <summary>Why somebody may not.</summary>
internal static class AccessProblems
{
    public static readonly Problem Denied = new(
        ProblemKind.Forbidden, "access.denied", "You do not have the permission for this. Ask an administrator of your organisation for it.");

    public static readonly Problem WrongCredentials = Problem.Invalid(
        "access.wrongCredentials", "The email or the password is not right. Check both and try again.");

    public static readonly Problem NewPasswordNeeded = new(
        ProblemKind.Forbidden, "access.passwordChangeRequired", "Change the one-time password first: sign in on the web page, or POST /api/v1/auth/password.");

    public static readonly Problem WrongCurrentPassword = Problem.Invalid(
        "access.wrongCurrentPassword", "The current password is not right. Type it again.", "currentPassword");

    public static readonly Problem SamePassword = Problem.Invalid(
        "access.samePassword", "The new password is the current one. Choose another.", "newPassword");

    public static readonly Problem NotRepeated = Problem.Invalid(
        "access.notRepeated", "The two new passwords differ. Type the new one again.", "repeated");

    public static readonly Problem DisplayName = Problem.Invalid(
        "access.displayName", "The name must have 1 to 100 characters and no line breaks.", "name");

    public static Problem Locked(DateTimeOffset until, DateTimeOffset now)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((until - now).TotalMinutes));
        var wait = minutes == 1 ? "1 minute" : $"{minutes} minutes";
        return new Problem(
            ProblemKind.TooMany,
            "access.locked",
            FormattableString.Invariant($"Too many wrong passwords. Sign-in for this email is closed until {until.UtcDateTime:HH:mm} UTC; try again in {wait}."));
    }

    public static Problem WeakPassword(string sentence) => Problem.Invalid("access.weakPassword", sentence, "newPassword");
}

using System.Collections.Frozen;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Identity;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Signing in and out. Whatever is wrong (no such email, wrong password, closed email) the same work is done, one password hash, and the
/// answer does not tell which emails exist (OWASP Authentication Cheat Sheet).
/// </summary>
internal sealed class SignInService(SignInManager<Account> session, SignInAttempts attempts, SignInJournal journal, TimeProvider time)
{
    private const int MaxEmailLength = 256;
    private static readonly Account Nobody = new();

    private UserManager<Account> Users => session.UserManager;

    /// <summary>The account's person before any permission is known.</summary>
    public static Actor AsActor(Account account) => new(account.OrganisationId, account.Id, account.DisplayName, FrozenSet<string>.Empty);

    /// <summary>Signs in and sets the session's cookie.</summary>
    /// <returns>The account, or that email or password are wrong, or until when the email is closed.</returns>
    public async Task<Outcome<Account>> SignInAsync(string email, string password, bool remember, CancellationToken cancellationToken)
    {
        email = email.Trim();
        if (email.Length is 0 or > MaxEmailLength || email.Any(char.IsControl) || password.Length is 0 or > PasswordRules.MaxLength)
        {
            return AccessProblems.WrongCredentials;
        }

        var account = await Users.FindByEmailAsync(email);
        var key = Users.NormalizeEmail(email) ?? email;
        var isOpen = await attempts.TakeAsync(account, key, cancellationToken);
        var verdict = Users.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? attempts.DecoyHash, password);
        if (account?.PasswordHash is null || !isOpen || verdict == PasswordVerificationResult.Failed)
        {
            return await RefuseAsync(account, key, isOpen, cancellationToken);
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = Users.PasswordHasher.HashPassword(account, password);
        }

        await attempts.ForgiveAsync(account, cancellationToken);
        await session.SignInAsync(account, remember);
        await journal.SignedInAsync(account, cancellationToken);
        return account;
    }

    /// <summary>Ends the session of this browser.</summary>
    public Task SignOutAsync(CancellationToken cancellationToken) => session.SignOutAsync().WaitAsync(cancellationToken);

    private async Task<Problem> RefuseAsync(Account? account, string email, bool wasOpen, CancellationToken cancellationToken)
    {
        var until = await attempts.ClosedUntilAsync(account, email, cancellationToken);
        if (account is not null && wasOpen)
        {
            await journal.FailedAsync(account, isClosed: until is not null, cancellationToken);
        }

        return until is null ? AccessProblems.WrongCredentials : AccessProblems.Locked(until.Value, time.GetUtcNow());
    }
}

using System.Collections.Frozen;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Identity;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Signing in and out. Whatever is wrong (no such email, wrong password, closed email) the same work is done, one password hash, and the
/// answer does not tell which emails exist (OWASP Authentication Cheat Sheet).
/// </summary>
internal sealed class SignInService(SignInManager<Account> session, StrangerLockouts strangers, SignInJournal journal, TimeProvider time)
{
    private const int MaxEmailLength = 256;
    private static readonly Account Nobody = new();
    private static volatile string? s_decoyHash;

    private UserManager<Account> Users => session.UserManager;

    /// <summary>Signs in and sets the session's cookie.</summary>
    /// <returns>The account, or that email or password are wrong, or until when the email is closed.</returns>
    public async Task<Outcome<Account>> SignInAsync(string email, string password, bool remember, CancellationToken cancellationToken)
    {
        email = email.Trim();
        if (email.Length is 0 or > MaxEmailLength || password.Length is 0 or > PasswordRules.MaxLength)
        {
            return AccessProblems.WrongCredentials;
        }

        var account = await Users.FindByEmailAsync(email);
        cancellationToken.ThrowIfCancellationRequested();
        var isRight = IsRight(account, password);
        return account is null
            ? RefuseStranger(Users.NormalizeEmail(email) ?? email)
            : await DecideAsync(account, isRight, remember, cancellationToken);
    }

    /// <summary>The account's person before any permission is known.</summary>
    public static Actor AsActor(Account account) => new(account.OrganisationId, account.Id, account.DisplayName, FrozenSet<string>.Empty);

    /// <summary>Ends the session of this browser.</summary>
    public Task SignOutAsync() => session.SignOutAsync();

    private async Task<Outcome<Account>> DecideAsync(Account account, bool isRight, bool remember, CancellationToken cancellationToken)
    {
        if (await Users.IsLockedOutAsync(account))
        {
            return Locked(account);
        }

        if (!isRight)
        {
            await Users.AccessFailedAsync(account);
            var isClosed = await Users.IsLockedOutAsync(account);
            await journal.FailedAsync(account, isClosed, cancellationToken);
            return isClosed ? Locked(account) : AccessProblems.WrongCredentials;
        }

        await Users.ResetAccessFailedCountAsync(account);
        await session.SignInAsync(account, remember);
        await journal.SignedInAsync(account, cancellationToken);
        return account;
    }

    private bool IsRight(Account? account, string password)
    {
        var hasher = Users.PasswordHasher;
        if (account?.PasswordHash is { } hash)
        {
            return hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
        }

        s_decoyHash ??= hasher.HashPassword(Nobody, "no account has this password");
        hasher.VerifyHashedPassword(Nobody, s_decoyHash, password);
        return false;
    }

    private Problem RefuseStranger(string email) =>
        (strangers.ClosedUntil(email) ?? strangers.Fail(email)) is { } until
            ? AccessProblems.Locked(until, time.GetUtcNow())
            : AccessProblems.WrongCredentials;

    private Problem Locked(Account account) => AccessProblems.Locked(account.LockoutEnd ?? time.GetUtcNow(), time.GetUtcNow());
}

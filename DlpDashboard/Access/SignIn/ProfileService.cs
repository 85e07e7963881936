using DlpDashboard.Data.Accounts;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Identity;

namespace DlpDashboard.Access.SignIn;

/// <summary>What people change about themselves.</summary>
internal sealed class ProfileService(SignInManager<Account> session, SignInAttempts attempts, SignInJournal journal, TimeProvider time)
{
    private UserManager<Account> Users => session.UserManager;

    /// <summary>Changes the password. All other sessions of the account end; this one goes on. Wrong current passwords count towards the lockout.</summary>
    public async Task<Outcome<Done>> ChangePasswordAsync(Actor actor, string currentPassword, string newPassword, CancellationToken cancellationToken)
    {
        if (await Users.FindByIdAsync(actor.AccountId.ToString()) is not { } account)
        {
            return AccessProblems.WrongCurrentPassword;
        }

        var isOpen = await attempts.TakeAsync(account, "", cancellationToken);
        if (!isOpen || currentPassword.Length > PasswordRules.MaxLength || !await Users.CheckPasswordAsync(account, currentPassword))
        {
            return await attempts.ClosedUntilAsync(account, "", cancellationToken) is { } until
                ? AccessProblems.Locked(until, time.GetUtcNow())
                : AccessProblems.WrongCurrentPassword;
        }

        await attempts.ForgiveAsync(account, cancellationToken);
        if (string.Equals(currentPassword, newPassword, StringComparison.Ordinal))
        {
            return AccessProblems.SamePassword;
        }

        account.MustChangePassword = false;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        var result = await Users.ChangePasswordAsync(account, currentPassword, newPassword);
        if (!result.Succeeded)
        {
            return AccessProblems.WeakPassword(result.Errors.First().Description);
        }

        await session.RefreshSignInAsync(account);
        await journal.PasswordChangedAsync(account, cancellationToken);
        return Done.It;
    }

    /// <summary>Changes how the person is shown.</summary>
    public async Task<Outcome<Done>> RenameAsync(Actor actor, string displayName, CancellationToken cancellationToken)
    {
        displayName = displayName.Trim();
        if (displayName.Length is 0 or > 100 || displayName.Any(char.IsControl) || await Users.FindByIdAsync(actor.AccountId.ToString()) is not { } account)
        {
            return AccessProblems.DisplayName;
        }

        account.DisplayName = displayName;
        await Users.UpdateAsync(account);
        await session.RefreshSignInAsync(account);
        await journal.ProfileChangedAsync(account, cancellationToken);
        return Done.It;
    }
}

using DlpDashboard.Data.Accounts;

namespace DlpDashboard.Access.SignIn;

/// <summary>Tells the log and the witnesses what happened to an account; never an address, a password or why it was wrong.</summary>
internal sealed class SignInJournal(IEnumerable<ISignInWitness> witnesses, ILogger<SignInJournal> log)
{
    public Task SignedInAsync(Account account, CancellationToken cancellationToken) => TellAsync(account, "account.signedIn", cancellationToken);

    public Task FailedAsync(Account account, bool isClosed, CancellationToken cancellationToken) =>
        TellAsync(account, isClosed ? "account.locked" : "account.signInFailed", cancellationToken);

    public Task PasswordChangedAsync(Account account, CancellationToken cancellationToken) => TellAsync(account, "account.passwordChanged", cancellationToken);

    public Task ProfileChangedAsync(Account account, CancellationToken cancellationToken) => TellAsync(account, "account.profileChanged", cancellationToken);

    private async Task TellAsync(Account account, string action, CancellationToken cancellationToken)
    {
        log.LogInformation("{Action} {Account}", action, account.Id);
        var actor = SignInService.AsActor(account);
        foreach (var witness in witnesses)
        {
            await witness.SawAsync(actor, action, cancellationToken);
        }
    }
}

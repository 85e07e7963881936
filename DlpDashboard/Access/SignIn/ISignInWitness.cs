namespace DlpDashboard.Access.SignIn;

/// <summary>Told of what happens to accounts; the audit trail listens. Access stands below it and so cannot write to it by itself.</summary>
public interface ISignInWitness
{
    /// <summary>Something happened to an account.</summary>
    /// <param name="actor">The account's person, without permissions.</param>
    /// <param name="action">Such as <c>account.signedIn</c>.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    Task SawAsync(Actor actor, string action, CancellationToken cancellationToken);
}

namespace DlpDashboard.Access.FirstStart;

/// <summary>Who was made.</summary>
/// <param name="Email">How to sign in.</param>
/// <param name="OneTimePassword">To be shown once; null where the operator chose the password.</param>
internal sealed record FirstAdministrator(string Email, string? OneTimePassword)
{
    /// <summary>Never the password: a record prints its members otherwise.</summary>
    public override string ToString() => Email;
}

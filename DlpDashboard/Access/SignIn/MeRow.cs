namespace DlpDashboard.Access.SignIn;

/// <summary>A person as that person sees it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">How the person signs in.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="Organisation">Whose data the person sees.</param>
/// <param name="Permissions">What the person may do; <c>*</c> is everything.</param>
/// <param name="MustChangePassword">Whether only the password may be changed before anything else.</param>
internal sealed record MeRow(Guid Id, string Email, string Name, MeOrganisation Organisation, IReadOnlyList<string> Permissions, bool MustChangePassword);

/// <summary>An organisation in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record MeOrganisation(Guid Id, string Name);

namespace DlpDashboard.Data.Accounts;

/// <summary>A person has a role.</summary>
public sealed class RoleAssignment
{
    /// <summary>Whose organisation; the account's and the role's.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Who.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Which role.</summary>
    public Guid RoleId { get; set; }
}

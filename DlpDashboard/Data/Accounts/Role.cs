namespace DlpDashboard.Data.Accounts;

/// <summary>A named set of permissions within an organisation.</summary>
public sealed class Role
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Unique within the organisation; at most 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>Permissions such as <c>scans.start</c>; <c>*</c> is all of them, now and later.</summary>
    public List<string> Permissions { get; set; } = [];
}

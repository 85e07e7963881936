using Microsoft.AspNetCore.Identity;

namespace DlpDashboard.Data.Accounts;

/// <summary>A person who signs in. Belongs to one organisation.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The organisation whose data this person sees.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>As shown to others; at most 100 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether the password was given by somebody else and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When the person put the list of first steps away; null while it is shown.</summary>
    public DateTime? FirstStepsHiddenUtc { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; set; }
}

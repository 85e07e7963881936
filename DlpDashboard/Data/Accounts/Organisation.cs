namespace DlpDashboard.Data.Accounts;

/// <summary>A tenant: every row of every room belongs to one.</summary>
public sealed class Organisation
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>As shown; at most 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; set; }
}

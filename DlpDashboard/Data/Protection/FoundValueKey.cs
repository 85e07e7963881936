namespace DlpDashboard.Data.Protection;

/// <summary>An organisation's secret for the hashes of found values, so that equal values can be told without being kept. Encrypted by Data Protection.</summary>
internal sealed class FoundValueKey
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>32 random bytes, encrypted.</summary>
    public byte[] ProtectedKey { get; set; } = [];

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; set; }
}

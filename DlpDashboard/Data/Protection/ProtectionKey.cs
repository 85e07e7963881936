namespace DlpDashboard.Data.Protection;

/// <summary>One Data Protection key as the framework writes it: XML whose secret part is encrypted by the key file or certificate.</summary>
internal sealed class ProtectionKey
{
    /// <summary>Its row's id, in the order of making.</summary>
    public Guid Id { get; set; }

    /// <summary>The framework's name for it; at most 200 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The element.</summary>
    public string Xml { get; set; } = "";

    /// <summary>When it was written.</summary>
    public DateTime CreatedUtc { get; set; }
}

using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors;

/// <summary>A detector that an organisation wrote for itself.</summary>
public sealed class CustomDetector
{
    /// <summary>Its row's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Its id in findings and plans; made from its first name, and never another later.</summary>
    public string DetectorId { get; set; } = "";

    /// <summary>The name people read.</summary>
    public string Name { get; set; } = "";

    /// <summary>How it finds values.</summary>
    public CustomKind Kind { get; set; }

    /// <summary>The rule as JSON, without its terms.</summary>
    public string Definition { get; set; } = "{}";

    /// <summary>The words and phrases, one a line; null for a pattern.</summary>
    public string? Terms { get; set; }

    /// <summary>How many they are.</summary>
    public int TermCount { get; set; }

    /// <summary>A hash of rule and terms: another one means that objects must be read anew.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Whether it looks.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Grows with each change; the concurrency token and the ETag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was added.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedUtc { get; set; }

    /// <summary>Who changed it last, as called then.</summary>
    public string ChangedBy { get; set; } = "";
}

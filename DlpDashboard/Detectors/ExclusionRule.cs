using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors;

/// <summary>A rule of an organisation by which values are not reported. An exact value is kept as a keyed hash and masked, never in clear.</summary>
public sealed class ExclusionRule
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>What it looks at.</summary>
    public ExclusionKind Kind { get; set; }

    /// <summary>Why it is there.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The expression or glob; of an exact value, what may be shown of it.</summary>
    public string Shown { get; set; } = "";

    /// <summary>The keyed hash of an exact value; null for the others.</summary>
    public byte[]? ValueHash { get; set; }

    /// <summary>The ids of the detectors it is for; none means all.</summary>
    public IReadOnlyList<string> Detectors { get; set; } = [];

    /// <summary>Whether it holds.</summary>
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

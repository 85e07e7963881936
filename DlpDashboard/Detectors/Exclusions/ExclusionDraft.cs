using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Exclusions;

/// <summary>An exclusion rule as somebody wants it.</summary>
public sealed record ExclusionDraft
{
    /// <summary>What it looks at.</summary>
    public required ExclusionKind Kind { get; init; }

    /// <summary>The exact value, the expression or the glob. Of an exact value null keeps the one there is; it is never given back.</summary>
    public string? Text { get; init; }

    /// <summary>Why it is there.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The ids of the detectors it is for; none means all.</summary>
    public IReadOnlyList<string> Detectors { get; init; } = [];

    /// <summary>Whether it holds.</summary>
    public bool IsOn { get; init; } = true;
}

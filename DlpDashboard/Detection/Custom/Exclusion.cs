namespace DlpDashboard.Detection.Custom;

/// <summary>A rule by which values are not reported.</summary>
public sealed record Exclusion
{
    /// <summary>What it looks at.</summary>
    public required ExclusionKind Kind { get; init; }

    /// <summary>The expression or the glob; empty for an exact value.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>The keyed hash of an exact value (<see cref="ExcludedValue"/>); empty for the others.</summary>
    public ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>The ids of the detectors whose values it leaves out; none means all.</summary>
    public IReadOnlyList<string> Detectors { get; init; } = [];
}

namespace DlpDashboard.Detection.Custom;

/// <summary>Everything an organisation looks with, as it is kept.</summary>
public sealed record DetectorChoice
{
    /// <summary>Only these look: ids of detectors and of packs; none means all that are on.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];

    /// <summary>What was decided about built-in detectors; the others are on.</summary>
    public IReadOnlyList<DetectorRuling> Rulings { get; init; } = [];

    /// <summary>The custom detectors that are on.</summary>
    public IReadOnlyList<CustomRule> Rules { get; init; } = [];

    /// <summary>The exclusion rules that are on.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The organisation's key of <see cref="ValueHash"/>; may be empty without exclusions of values.</summary>
    public ReadOnlyMemory<byte> HashKey { get; init; }
}

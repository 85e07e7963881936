using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Detectors;

/// <summary>Limits of what an organisation may write for itself: <c>DLP__Detectors__…</c>.</summary>
public sealed class DetectorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Detectors";

    /// <summary>Custom detectors of an organisation.</summary>
    [Range(1, 1_000)]
    public int MaxCustom { get; set; } = 200;

    /// <summary>Words and phrases of all of its custom detectors together.</summary>
    [Range(1, 2_000_000)]
    public int MaxTerms { get; set; } = 500_000;

    /// <summary>Exclusion rules of an organisation.</summary>
    [Range(1, 10_000)]
    public int MaxExclusions { get; set; } = 1_000;

    /// <summary>Texts that are tried out at the same time on this node; others wait for a moment, then are asked to come again.</summary>
    [Range(1, 100)]
    public int TriesAtOnce { get; set; } = 2;
}

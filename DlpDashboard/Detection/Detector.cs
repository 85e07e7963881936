using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>What is known of one kind of sensitive value: who it is, how it is checked, how much it weighs. One row of the catalogue.</summary>
public sealed class Detector
{
    /// <summary>Place in <see cref="DetectorCatalogue.All"/> of this build; not to be stored, ids are.</summary>
    public int Index { get; internal set; }

    /// <summary>The id outside systems use: lower-case words joined by dashes, national ones begin with the country.</summary>
    public required string Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>One of <c>financial, identity, contact, network, health, secret</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Where such values are issued: an ISO 3166 code in upper case, or <c>world</c>.</summary>
    public required string Region { get; init; }

    /// <summary>How a value is checked, in a few words for people.</summary>
    public required string Validation { get; init; }

    /// <summary>How sure a well-formed value is that no word or key near it supports.</summary>
    public required Likelihood LikelihoodWithoutContext { get; init; }

    /// <summary>How bad an exposed value is, unless a policy says otherwise.</summary>
    public required Severity DefaultSeverity { get; init; }

    /// <summary>Words near a value, or in its key, that support it; lower case, a space stands for any or no separator.</summary>
    public required IReadOnlyList<string> ContextWords { get; init; }

    /// <summary>Texts in which the detector must see exactly one value at some likelihood.</summary>
    public required IReadOnlyList<string> TrueSamples { get; init; }

    /// <summary>Texts in which it must see none.</summary>
    public required IReadOnlyList<string> FalseSamples { get; init; }

    /// <summary>Where its rule comes from: a standard, a law, the issuer's documentation.</summary>
    public string Source { get; init; } = "";

    /// <summary>In an object with fewer values nothing is reported.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>Of two overlapping values the one with the stronger claim stays; see <see cref="Verification.Claim"/>.</summary>
    internal Claim Claim { get; init; }

    /// <summary>How its values are masked.</summary>
    internal MaskStyle Mask { get; init; }

    /// <summary>The compiled <see cref="ContextWords"/>.</summary>
    internal ContextWordSet Words { get; set; } = ContextWordSet.Empty;

    /// <inheritdoc/>
    public override string ToString() => Id;
}

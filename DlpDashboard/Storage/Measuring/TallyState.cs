namespace DlpDashboard.Storage.Measuring;

/// <summary>A <see cref="BucketTally"/> between two objects, small whatever was counted, to be put into a checkpoint.</summary>
/// <param name="Objects">Objects.</param>
/// <param name="Bytes">Bytes.</param>
/// <param name="Unsized">Objects without a size.</param>
/// <param name="Classes">By storage class.</param>
/// <param name="Ages">By age, in the order of <see cref="AgeBand.Names"/>.</param>
/// <param name="Extensions">The places of the sketch.</param>
/// <param name="ExtensionsAreApproximate">Whether the sketch ran over.</param>
/// <param name="Largest">The largest objects.</param>
/// <param name="Prefixes">Prefixes.</param>
public sealed record TallyState(
    long Objects,
    long Bytes,
    long Unsized,
    IReadOnlyList<ShareCount> Classes,
    IReadOnlyList<ShareCount> Ages,
    IReadOnlyList<ShareCount> Extensions,
    bool ExtensionsAreApproximate,
    IReadOnlyList<LargeObject> Largest,
    PrefixState Prefixes);

namespace DlpDashboard.Detection.Matching;

/// <summary>What the prefilter reads for some fingerprints.</summary>
/// <param name="Turns">The tables of its turns.</param>
/// <param name="Starts">Finds those that need no bucket.</param>
internal sealed record PrefilterTables(TurnTables[] Turns, StartFinder Starts)
{
    /// <summary>Those of the fingerprints that are taken.</summary>
    public static PrefilterTables Of(IReadOnlyList<Fingerprint> fingerprints, Layout layout, Func<Fingerprint, bool> takes) =>
        new(layout.Tables(fingerprints, fingerprint => takes(fingerprint) && !StartFinder.Finds(fingerprint)), new StartFinder([.. fingerprints.Where(takes)]));
}

namespace DlpDashboard.Detection.Matching;

/// <summary>What engines that run the same rules share.</summary>
/// <param name="Exact">The exact test.</param>
/// <param name="Classes">Classes of bytes the fingerprints tell apart.</param>
/// <param name="WithKeys">The prefilter's tables for texts in which keys stand over values.</param>
/// <param name="WithoutKeys">Those without dormant fingerprints.</param>
internal sealed record EngineTables(ExactTable Exact, ByteClasses Classes, PrefilterTables WithKeys, PrefilterTables WithoutKeys)
{
    /// <summary>Builds them.</summary>
    public static EngineTables Of(Fingerprint[] fingerprints, Layout layout) =>
        new(
            new ExactTable(fingerprints),
            new ByteClasses([.. fingerprints.Where(fingerprint => !StartFinder.Finds(fingerprint))]),
            PrefilterTables.Of(fingerprints, layout, _ => true),
            PrefilterTables.Of(fingerprints, layout, fingerprint => !fingerprint.IsDormant));
}

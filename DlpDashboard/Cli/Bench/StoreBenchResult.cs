namespace DlpDashboard.Cli.Bench;

/// <summary>One reading of all objects.</summary>
/// <param name="Reader">By what: <c>store</c> or <c>bare</c>.</param>
/// <param name="Objects">Objects read.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Took">From the first request to the last byte; for the store its listing included.</param>
internal sealed record StoreBenchResult(string Reader, long Objects, long Bytes, TimeSpan Took)
{
    /// <summary>Objects a second.</summary>
    public double ObjectsPerSecond => Objects / Took.TotalSeconds;

    /// <summary>Megabytes (1,000,000 bytes) a second.</summary>
    public double MegabytesPerSecond => Bytes / 1e6 / Took.TotalSeconds;
}

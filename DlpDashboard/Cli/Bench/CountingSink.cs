using DlpDashboard.Detection;

namespace DlpDashboard.Cli.Bench;

/// <summary>Counts by detector and keeps nothing.</summary>
internal sealed class CountingSink : IDetectionSink
{
    public long[] ByDetector { get; } = new long[DetectorCatalogue.All.Count];

    public long Total => ByDetector.Sum();

    public void Found(in Detection.Detection detection) => ByDetector[detection.Detector.Index]++;
}

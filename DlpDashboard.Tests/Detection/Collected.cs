using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection;

/// <summary>A sink that keeps what it gets, for comparing.</summary>
internal sealed class Collected : IDetectionSink
{
    public List<string> Lines { get; } = [];

    public int Count { get; private set; }

    void IDetectionSink.Found(in DlpDashboard.Detection.Detection detection)
    {
        Count++;
        Lines.Add($"{detection.Detector.Id} {detection.Start}+{detection.Value.Length} {detection.Score} {string.Join(',', detection.Reasons.ToNames())} {System.Text.Encoding.Latin1.GetString(detection.Value)}");
    }
}

using DlpDashboard.Scans;

namespace DlpDashboard.Tests.Scans;

internal static class ScanAssert
{
    /// <summary>The scan came to its end, and every number is what it would be without any interruption.</summary>
    public static void Exact(ScanRow scan, long objects, long findings)
    {
        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal((objects, objects), (scan.Counts.Scanned, scan.ObjectsListed));
        Assert.Equal((findings, findings), (scan.Findings, scan.Detections));
        Assert.Equal(scan.BytesListed, scan.BytesDone);
    }
}

using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>Writes a scan's results in one format as they come, objects in the order they were listed. Memory does not grow with them.</summary>
internal interface IScanReport : IAsyncDisposable
{
    /// <summary>One object is done.</summary>
    void Add(ScannedItem item, ObjectScanResult result);

    /// <summary>All are done.</summary>
    void Finish(ScanTotals totals);
}

using DlpDashboard.Data.Protection;
using DlpDashboard.Detection;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Running;

/// <summary>Makes the scanner of a run: which detectors, under which organisation's key.</summary>
internal sealed class ObjectScanners(FoundValueKeyReader keys)
{
    // Most scans use all detectors, and the tables take a moment to make.
    private readonly Lazy<DetectionEngine> _all = new(() => DetectionEngine.Create());

    /// <summary>A scanner for one run; the caller disposes it. No detectors named in the plan means all of them.</summary>
    public async Task<ObjectScanner> OpenAsync(Guid organisationId, ScanPlan plan, CancellationToken cancellationToken)
    {
        var engine = plan.Detectors.Count == 0 ? _all.Value : DetectionEngine.Create([.. plan.Detectors]);
        return new ObjectScanner(engine, new ObjectScannerChoice { HashKey = await keys.ReadAsync(organisationId, cancellationToken), BytesPerObject = plan.BytesPerObject });
    }
}

using DlpDashboard.Data.Protection;
using DlpDashboard.Detectors;
using DlpDashboard.Extraction;
using DlpDashboard.Scans.Planning;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Running;

/// <summary>Makes the scanner of a run: which detectors, under which organisation's key.</summary>
internal sealed class ObjectScanners(FoundValueKeyReader keys, DetectorLibrary library, IOptions<ExtractionOptions> extraction)
{
    private readonly ExtractionLimits _limits = extraction.Value.ToLimits();

    /// <summary>A scanner for one run; the caller disposes it. What the organisation looks with is read once, and the run told what it is called.</summary>
    public async Task<ObjectScanner> OpenAsync(ScanRun run, CancellationToken cancellationToken)
    {
        var plan = run.Scan.Plan;
        var detectors = await library.OpenAsync(run.Scan.OrganisationId, plan.Detectors, cancellationToken);
        run.DetectorSet = DetectorSetName.Of(detectors.Version, plan.Detectors);
        return new ObjectScanner(
            detectors.Set,
            new ObjectScannerChoice { HashKey = await keys.ReadAsync(run.Scan.OrganisationId, cancellationToken), BytesPerObject = plan.BytesPerObject, Limits = _limits });
    }
}

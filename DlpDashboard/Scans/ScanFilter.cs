namespace DlpDashboard.Scans;

/// <summary>Which scans a list shows; nulls do not filter.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="State">In one state.</param>
public sealed record ScanFilter(Guid? EndpointId = null, ScanState? State = null);

namespace DlpDashboard.Findings.History;

/// <summary>Findings still to be done (open or acknowledged) as a scan ended.</summary>
/// <param name="ScanId">Which scan.</param>
/// <param name="AtUtc">When it ended.</param>
/// <param name="Low">Of low severity.</param>
/// <param name="Medium">Of medium severity.</param>
/// <param name="High">Of high severity.</param>
/// <param name="Critical">Of critical severity.</param>
public sealed record ScanTrendPoint(Guid ScanId, DateTime AtUtc, long Low, long Medium, long High, long Critical);

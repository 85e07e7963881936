namespace DlpDashboard.Findings;

/// <summary>A part of a scan that is written at once.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="ScanId">Which scan.</param>
/// <param name="AtUtc">The time the findings are seen at.</param>
/// <param name="Objects">Each object at most once.</param>
public sealed record FindingBatch(Guid OrganisationId, Guid EndpointId, Guid ScanId, DateTime AtUtc, IReadOnlyList<SeenObject> Objects);

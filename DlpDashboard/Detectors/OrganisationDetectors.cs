using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors;

/// <summary>What an organisation's scan looks with.</summary>
/// <param name="Version">Tells whether it is the same as at another time; empty where the organisation changed nothing.</param>
/// <param name="Set">The detectors and rules, prepared.</param>
public sealed record OrganisationDetectors(string Version, DetectorSet Set);

using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Matching;

/// <summary>A detector as one engine runs it.</summary>
/// <param name="Detector">Its row of the catalogue.</param>
/// <param name="Rule">Its verification.</param>
/// <param name="Place">Its place among the engine's slots.</param>
/// <param name="IsChosen">Whether its values are reported; the others only claim their bytes.</param>
internal sealed record DetectorSlot(Detector Detector, DetectorRule Rule, int Place, bool IsChosen);

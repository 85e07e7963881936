using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Redaction;

/// <summary>A value one detector accepted.</summary>
/// <param name="Anchor">Where it was asked.</param>
/// <param name="Start">The value's first byte.</param>
/// <param name="End">One past its last.</param>
/// <param name="Fingerprint">What stood at the anchor.</param>
/// <param name="Score">Without a supporting word.</param>
/// <param name="SupportedScore">With one.</param>
/// <param name="NeedsSupport">Whether it is nothing without one.</param>
/// <param name="Flags">What spoke for it.</param>
internal readonly record struct ProbedValue(
    int Anchor, int Start, int End, Fingerprint Fingerprint, double Score, double SupportedScore, bool NeedsSupport, ReasonFlags Flags);

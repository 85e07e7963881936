using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>What a batch did to one finding; enough for the live feed.</summary>
/// <param name="FindingId">Which.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Bucket">The object's bucket.</param>
/// <param name="ObjectKey">The object's key, as stored.</param>
/// <param name="DetectorId">Which detector.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Likelihood">How sure at best.</param>
/// <param name="Count">How many values.</param>
/// <param name="Sample">The first sample, masked; null for closed ones.</param>
public sealed record FindingChange(
    Guid FindingId,
    FindingChangeKind Kind,
    string Bucket,
    string ObjectKey,
    string DetectorId,
    Severity Severity,
    Likelihood Likelihood,
    long Count,
    string? Sample);

/// <summary>What happened to a finding.</summary>
public enum FindingChangeKind
{
    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Seen again after it was resolved.</summary>
    Reopened,

    /// <summary>Seen again.</summary>
    SeenAgain,

    /// <summary>No longer there.</summary>
    Gone,
}

using DlpDashboard.Detection;

namespace DlpDashboard.Findings.History;

/// <summary>A changed finding as lists and REST show it; a null before or after means that it was not there.</summary>
/// <param name="FindingId">Which finding.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Bucket">Its object's bucket; empty where the finding is no longer kept.</param>
/// <param name="ObjectKey">Its object's key: hostile text; empty where the finding is no longer kept.</param>
/// <param name="DetectorId">Its detector; empty where the finding is no longer kept.</param>
/// <param name="CountBefore">How many values before.</param>
/// <param name="CountAfter">How many values after.</param>
/// <param name="SeverityBefore">How bad before.</param>
/// <param name="SeverityAfter">How bad after.</param>
/// <param name="LikelihoodBefore">How sure before.</param>
/// <param name="LikelihoodAfter">How sure after.</param>
/// <param name="AtUtc">When a scan changed it last.</param>
public sealed record ScanChangeRow(
    Guid FindingId,
    ScanChangeKind Kind,
    string Bucket,
    string ObjectKey,
    string DetectorId,
    long? CountBefore,
    long? CountAfter,
    Severity? SeverityBefore,
    Severity? SeverityAfter,
    Likelihood? LikelihoodBefore,
    Likelihood? LikelihoodAfter,
    DateTime AtUtc)
{
    /// <summary>How bad now, or as it went.</summary>
    public Severity Severity => SeverityAfter ?? SeverityBefore ?? default;

    /// <summary>How sure now, or as it went.</summary>
    public Likelihood Likelihood => LikelihoodAfter ?? LikelihoodBefore ?? default;
}

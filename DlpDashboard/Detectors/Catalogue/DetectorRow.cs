using DlpDashboard.Detection;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>A detector as the catalogue shows it to one organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Region">Where such values are issued: an ISO 3166 code, or <c>world</c>.</param>
/// <param name="Validation">How values are checked.</param>
/// <param name="LikelihoodWithoutContext">How sure a value is that nothing near it supports.</param>
/// <param name="Severity">How bad an exposed value is for this organisation.</param>
/// <param name="Floor">The least likely value that is reported.</param>
/// <param name="IsOn">Whether it looks.</param>
/// <param name="IsCustom">Whether the organisation wrote it.</param>
/// <param name="CustomId">Then its row's id.</param>
/// <param name="Packs">The ids of the packs it is in.</param>
/// <param name="ContextWords">Words that support a value.</param>
/// <param name="Fired">What came of it so far; null for who may not see findings.</param>
public sealed record DetectorRow(
    string Id,
    string Name,
    string Category,
    string Region,
    string Validation,
    Likelihood LikelihoodWithoutContext,
    Severity Severity,
    Likelihood Floor,
    bool IsOn,
    bool IsCustom,
    Guid? CustomId,
    IReadOnlyList<string> Packs,
    IReadOnlyList<string> ContextWords,
    DetectorTally? Fired);

/// <summary>How often a detector fired, and what people said of it.</summary>
/// <param name="Findings">Objects in which it sees something.</param>
/// <param name="Values">Values in them.</param>
/// <param name="FalsePositives">Of the findings, those called false.</param>
/// <param name="Confirmed">Of the findings, those acknowledged or resolved.</param>
public sealed record DetectorTally(long Findings, long Values, long FalsePositives, long Confirmed)
{
    /// <summary>Of the findings that people decided on, the share called false, from 0 to 1; null before any was.</summary>
    public double? FalseShare => FalsePositives + Confirmed == 0 ? null : (double)FalsePositives / (FalsePositives + Confirmed);
}

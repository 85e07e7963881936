using System.Text.Json;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Risk.Joining;

namespace DlpDashboard.Risk;

/// <summary>A bucket's risk as lists show it.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="EndpointId">Its endpoint.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Region">Where it lies, if told.</param>
/// <param name="Risk">0 to 100.</param>
/// <param name="RiskBand">The same in a word.</param>
/// <param name="Sentence">Why.</param>
/// <param name="Exposure">Who can reach it.</param>
/// <param name="AnonymousAccess">What a request without a sign-in can do: of list, read, write.</param>
/// <param name="IsAccepted">Whether somebody has accepted, for a time, that it is open.</param>
/// <param name="Sensitivity">0 to 100 by what was found.</param>
/// <param name="SensitivityBand">The same in a word; unknown is not none.</param>
/// <param name="DataTypes">The weightiest kinds of data found.</param>
/// <param name="DataTypesInAll">How many kinds there are.</param>
/// <param name="Values">Values of all kinds.</param>
/// <param name="Findings">Findings of all kinds: one for each object and detector.</param>
/// <param name="Coverage">Share of the objects that was read completely; null where that is not known.</param>
/// <param name="Objects">Objects known of.</param>
/// <param name="ObjectsRead">Of these, read completely.</param>
/// <param name="ScannedUtc">When an object was read last; null for never.</param>
/// <param name="SinceUtc">Since when its risk is of its band.</param>
public sealed record RiskRow(
    Guid BucketId,
    Guid EndpointId,
    string Endpoint,
    string Provider,
    string Bucket,
    string? Region,
    int Risk,
    RiskBand RiskBand,
    string Sentence,
    ExposureLevel Exposure,
    IReadOnlyList<string> AnonymousAccess,
    bool IsAccepted,
    int Sensitivity,
    SensitivityBand SensitivityBand,
    IReadOnlyList<FoundType> DataTypes,
    int DataTypesInAll,
    long Values,
    long Findings,
    double? Coverage,
    long Objects,
    long ObjectsRead,
    DateTime? ScannedUtc,
    DateTime SinceUtc)
{
    /// <summary>The row of a kept risk, its sentence made of names as they are now.</summary>
    internal static RiskRow Of(BucketRisk r, RiskNames names)
    {
        var types = TypesOf(r);
        var cover = CoverOf(r);
        var exposure = ExposureOf(r);
        var endpoint = names.Endpoints.GetValueOrDefault(r.EndpointId);
        return new RiskRow(
            r.BucketId, r.EndpointId, endpoint?.Name ?? "", endpoint?.Provider ?? "", r.Bucket, r.Region, r.Risk, JoinedRisk.BandOf(r.Risk),
            RiskSentence.Of(exposure, types, r.Types - types.Count, cover, names.Detectors),
            r.Exposure, exposure.Anonymous, r.IsAccepted, r.Sensitivity, r.Band, types, r.Types, r.Values, r.Findings, cover.Share, r.Objects, r.ObjectsRead, r.ScannedUtc, r.SinceUtc);
    }

    /// <summary>The kinds that a kept risk names.</summary>
    internal static IReadOnlyList<FoundType> TypesOf(BucketRisk r) => JsonSerializer.Deserialize<List<FoundType>>(r.TypesJson, JsonSerializerOptions.Web) ?? [];

    private static BucketCover CoverOf(BucketRisk r) => new(r.Objects, r.ObjectsRead, r.ObjectsPartial, r.IsWhole);

    // A kept level says more than the provider's own word: what is public is above unknown, the rest is told by its parts.
    private static BucketExposureFacts ExposureOf(BucketRisk r) => new(
        r.IsRead,
        r.Exposure switch { ExposureLevel.Unknown => null, ExposureLevel.Public => true, _ => false },
        r.Anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        r.OtherAccounts,
        r.Exposure == ExposureLevel.BroadNetwork,
        r.IsFolder,
        r.IsAccepted);
}

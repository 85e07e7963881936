using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Risk;

/// <summary>A bucket's risk with its arithmetic.</summary>
/// <param name="Head">Which bucket.</param>
/// <param name="Joined">The arithmetic.</param>
/// <param name="Exposure">Who can reach it.</param>
/// <param name="SensitivityBand">How sensitive it is, in a word.</param>
/// <param name="Sentence">Why.</param>
/// <param name="ScannedUtc">When an object was read last; null for never.</param>
/// <param name="SinceUtc">Since when its risk is of its band; null before it was joined first.</param>
/// <param name="Days">The risk on the days it changed, oldest first.</param>
public sealed record BucketRiskView(
    BucketHead Head, JoinedRisk Joined, ExposureLevel Exposure, SensitivityBand SensitivityBand, string Sentence, DateTime? ScannedUtc, DateTime? SinceUtc, IReadOnlyList<RiskDay> Days);

/// <summary>The risk as a day left it.</summary>
/// <param name="DayUtc">The day.</param>
/// <param name="Risk">0 to 100.</param>
/// <param name="Exposure">Who could reach it.</param>
/// <param name="Sensitivity">0 to 100.</param>
public sealed record RiskDay(DateTime DayUtc, int Risk, ExposureLevel Exposure, int Sensitivity);

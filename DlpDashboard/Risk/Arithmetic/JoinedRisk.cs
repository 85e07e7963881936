namespace DlpDashboard.Risk.Arithmetic;

/// <summary>
/// The risk of a bucket, 0 to 100: weight of its exposure × (<see cref="Ground"/> + (1 − <see cref="Ground"/>) × sensitivity ÷ 100), rounded. The ground is there because an open bucket is a risk
/// even where nothing was found in it. Neither more exposure nor more sensitive findings ever lower it. That somebody has accepted that a bucket is open changes nothing: what was accepted is that
/// it is open, not what lies in it.
/// </summary>
/// <param name="Value">0 to 100.</param>
/// <param name="Exposure">Who can reach it.</param>
/// <param name="Weight">The exposure's weight.</param>
/// <param name="Sensitivity">What it holds.</param>
/// <param name="Cover">How much of it was read.</param>
public sealed record JoinedRisk(int Value, BucketExposureFacts Exposure, int Weight, BucketSensitivity Sensitivity, BucketCover Cover)
{
    /// <summary>Grows when a weight changes, so that what was joined with others is joined anew.</summary>
    public const int Version = 1;

    /// <summary>The share of an exposure's weight that stays where nothing sensitive was found.</summary>
    public const double Ground = 0.05;

    /// <summary>Of two buckets with the same risk the one with more points comes first.</summary>
    public int Rank => (Value * 1_000_000) + (int)Math.Min(999_999, Math.Round(Sensitivity.Points * 100));

    /// <summary>In one word.</summary>
    public RiskBand Band => BandOf(Value);

    /// <summary>What an exposure weighs: the risk of a bucket that holds the worst.</summary>
    public static int WeightOf(ExposureLevel level) => level switch
    {
        ExposureLevel.AnonymousWrite => 100,
        ExposureLevel.AnonymousRead => 95,
        ExposureLevel.Public => 70,
        ExposureLevel.Unknown => 40,
        ExposureLevel.CrossAccount => 35,
        ExposureLevel.BroadNetwork => 25,
        _ => 15,
    };

    /// <summary>The word of a risk.</summary>
    public static RiskBand BandOf(int value) => value switch
    {
        >= 50 => RiskBand.Critical,
        >= 30 => RiskBand.High,
        >= 15 => RiskBand.Medium,
        >= 5 => RiskBand.Low,
        _ => RiskBand.Minimal,
    };

    /// <summary>Where a band begins.</summary>
    public static int FloorOf(RiskBand band) => band switch
    {
        RiskBand.Critical => 50,
        RiskBand.High => 30,
        RiskBand.Medium => 15,
        RiskBand.Low => 5,
        _ => 0,
    };

    /// <summary>Joins what is known.</summary>
    public static JoinedRisk Of(BucketExposureFacts exposure, IEnumerable<FoundKind> found, BucketCover cover)
    {
        var weight = WeightOf(exposure.Level);
        var sensitivity = BucketSensitivity.Of(found, cover);
        var value = weight * (Ground + ((1 - Ground) * sensitivity.Counted / 100));
        return new JoinedRisk((int)Math.Round(value, MidpointRounding.AwayFromZero), exposure, weight, sensitivity, cover);
    }
}

using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Risk.Joining;

/// <summary>The risk of a bucket as a day left it; only days on which it changed have a row.</summary>
public sealed class BucketRiskDay
{
    /// <summary>The bucket.</summary>
    public Guid BucketId { get; init; }

    /// <summary>The day, UTC.</summary>
    public DateTime DayUtc { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>0 to 100.</summary>
    public int Risk { get; init; }

    /// <summary>Who could reach it.</summary>
    public ExposureLevel Exposure { get; init; }

    /// <summary>0 to 100.</summary>
    public int Sensitivity { get; init; }
}

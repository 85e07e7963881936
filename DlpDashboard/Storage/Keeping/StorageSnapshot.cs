namespace DlpDashboard.Storage.Keeping;

/// <summary>How much there was on a day: of a bucket, of an endpoint or of the organisation. The last measure of a day stands for it.</summary>
public sealed class StorageSnapshot
{
    /// <summary>The bucket, the endpoint or the organisation.</summary>
    public Guid ScopeId { get; init; }

    /// <summary>The day in UTC.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Years times twelve plus months, for the roll-up.</summary>
    public int Month { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>The endpoint it goes with; null for the organisation's own.</summary>
    public Guid? EndpointId { get; init; }

    /// <summary>Objects.</summary>
    public long Objects { get; set; }

    /// <summary>Bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>A month of a day.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;
}

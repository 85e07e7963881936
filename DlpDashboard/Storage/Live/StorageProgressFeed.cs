using DlpDashboard.Data.Leases;
using DlpDashboard.Storage.Measuring;

namespace DlpDashboard.Storage.Live;

/// <summary>Live progress of measures.</summary>
public sealed class StorageProgressFeed : LeaseFeed<StorageProgress>
{
    /// <summary>A newer step.</summary>
    internal void Publish(StorageMeasure run, MeasureCounts counts, string? current) =>
        Publish(new StorageProgress(run.OrganisationId, run.EndpointId, run.Id, run.State, counts.Buckets, counts.Objects, counts.Bytes, current, run.Failure));
}

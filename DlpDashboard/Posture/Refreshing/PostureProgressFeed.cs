using DlpDashboard.Data.Leases;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Live progress of refreshes.</summary>
public sealed class PostureProgressFeed : LeaseFeed<PostureProgress>
{
    /// <summary>A newer step.</summary>
    internal void Publish(PostureRefresh run, string? current) =>
        Publish(new PostureProgress(run.OrganisationId, run.EndpointId, run.Id, run.State, run.Buckets, run.Insecure, current, run.Failure));
}

using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;

namespace DlpDashboard.Posture;

/// <summary>How an endpoint stands: its buckets' counts and its newest refresh.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider's id.</param>
/// <param name="IsEnabled">Whether it may be read.</param>
/// <param name="Count">The counts; null where it was never read.</param>
/// <param name="LastRefresh">The newest refresh; null where there was none.</param>
public sealed record PostureOverviewRow(Guid EndpointId, string Name, string Provider, bool IsEnabled, PostureCount? Count, RefreshRow? LastRefresh)
{
    /// <summary>The row of an endpoint.</summary>
    internal static PostureOverviewRow Of(EndpointName endpoint, PostureCount? count, RefreshRow? last) => new(endpoint.Id, endpoint.Name, endpoint.Provider, endpoint.IsEnabled, count, last);

    /// <summary>Whether it is being read or stands in line.</summary>
    internal bool IsReading => LastRefresh?.State is LeaseState.Queued or LeaseState.Running;
}

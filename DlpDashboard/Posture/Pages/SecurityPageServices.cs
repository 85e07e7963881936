using DlpDashboard.Posture.Refreshing;

namespace DlpDashboard.Posture.Pages;

/// <summary>What the security page asks.</summary>
/// <param name="Buckets">Lists of buckets.</param>
/// <param name="Overview">How endpoints stand.</param>
/// <param name="Service">What people do.</param>
/// <param name="Feed">Live progress.</param>
/// <param name="Time">The clock.</param>
internal sealed record SecurityPageServices(PostureReader Buckets, PostureOverviewReader Overview, PostureService Service, PostureProgressFeed Feed, TimeProvider Time);

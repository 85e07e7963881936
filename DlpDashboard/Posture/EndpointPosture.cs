using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Refreshing;

namespace DlpDashboard.Posture;

/// <summary>How the buckets of an endpoint are set up, a page of them.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider's id.</param>
/// <param name="LastRefresh">The newest refresh; null where there was none.</param>
/// <param name="Account">The account's own documents.</param>
/// <param name="Items">Buckets, the worst first.</param>
/// <param name="Next">Leads to the next page; null at the end.</param>
public sealed record EndpointPosture(
    Guid EndpointId, string Name, string Provider, RefreshRow? LastRefresh, IReadOnlyList<DocumentRow> Account, IReadOnlyList<BucketPosture> Items, PageCursor? Next);

/// <summary>A refresh.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">queued, running, completed or failed.</param>
/// <param name="AskedBy">Who asked; null for the daily one.</param>
/// <param name="AskedUtc">When.</param>
/// <param name="StartedUtc">When reading began.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="Buckets">Buckets read.</param>
/// <param name="Insecure">Of these, insecure.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record RefreshRow(Guid Id, LeaseState State, string? AskedBy, DateTime AskedUtc, DateTime? StartedUtc, DateTime? EndedUtc, int Buckets, int Insecure, string? Failure);

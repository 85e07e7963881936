using DlpDashboard.Data.Leases;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>A refresh at one moment.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="RefreshId">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Buckets">Read so far.</param>
/// <param name="Insecure">Of these, insecure.</param>
/// <param name="Current">The bucket that was written last; null at first.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record PostureProgress(Guid OrganisationId, Guid EndpointId, Guid RefreshId, LeaseState State, int Buckets, int Insecure, string? Current, string? Failure) : ILeaseStep
{
    Guid ILeaseStep.RunId => RefreshId;
}

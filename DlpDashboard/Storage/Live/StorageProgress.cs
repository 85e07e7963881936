using DlpDashboard.Data.Leases;

namespace DlpDashboard.Storage.Live;

/// <summary>A measure at one moment.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="MeasureId">Which.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Buckets">Buckets done.</param>
/// <param name="Objects">Objects counted so far.</param>
/// <param name="Bytes">Bytes counted so far.</param>
/// <param name="Current">The bucket that moved last; null at first.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record StorageProgress(Guid OrganisationId, Guid EndpointId, Guid MeasureId, LeaseState State, int Buckets, long Objects, long Bytes, string? Current, string? Failure) : ILeaseStep
{
    Guid ILeaseStep.RunId => MeasureId;

    /// <summary>Whether it came to an end.</summary>
    public bool HasEnded => State > LeaseState.Running;
}

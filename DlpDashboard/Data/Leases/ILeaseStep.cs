namespace DlpDashboard.Data.Leases;

/// <summary>How far a <see cref="LeasedRun"/> is at one moment.</summary>
public interface ILeaseStep
{
    /// <summary>Whose.</summary>
    Guid OrganisationId { get; }

    /// <summary>Which run.</summary>
    Guid RunId { get; }

    /// <summary>Where it stands.</summary>
    LeaseState State { get; }
}

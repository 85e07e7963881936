namespace DlpDashboard.Data.Leases;

/// <summary>How a room's line is worked off.</summary>
/// <typeparam name="TRun">The work.</typeparam>
/// <param name="Lease">How long a silent node keeps its work.</param>
/// <param name="LookForWork">How often a node looks for work that others put in line.</param>
/// <param name="AtOnce">How much a node does at the same time.</param>
/// <param name="Name">What a log calls it: "measure".</param>
public sealed record LeaseTerms<TRun>(TimeSpan Lease, TimeSpan LookForWork, int AtOnce, string Name)
    where TRun : LeasedRun;

namespace DlpDashboard.Data.Leases;

/// <summary>Does a room's work from beginning to end, or from where it stood.</summary>
/// <typeparam name="TRun">The work.</typeparam>
public interface ILeaseRunner<in TRun>
    where TRun : LeasedRun
{
    /// <summary>Works, renews the lease with what it writes, and ends the row. A cancelled token means that the app stops: the work then goes back in line.</summary>
    Task RunAsync(TRun run, CancellationToken cancellationToken);
}

namespace DlpDashboard.Kernel;

/// <summary>A room whose rows are kept for a time only. Registered by the room; Admin's retention asks it, organisation by organisation.</summary>
public interface IRetentionPart
{
    /// <summary>Which period rules it.</summary>
    RetentionKind Kind { get; }

    /// <summary>How many would be removed, counted up to <paramref name="most"/>.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="beforeUtc">What is older goes.</param>
    /// <param name="most">Where counting stops.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken);

    /// <summary>Removes some in small transactions, so that a run can be ended and taken up anywhere.</summary>
    /// <returns>How many; 0 when there are no more.</returns>
    Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken);
}

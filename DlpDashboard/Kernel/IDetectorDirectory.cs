namespace DlpDashboard.Kernel;

/// <summary>The names of an organisation's custom detectors, for rooms that know detectors only by id.</summary>
public interface IDetectorDirectory
{
    /// <summary>Names by id, also of those that are switched off; small (an organisation has at most hundreds).</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(Guid organisationId, CancellationToken cancellationToken);
}

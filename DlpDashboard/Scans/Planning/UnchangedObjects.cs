using DlpDashboard.Kernel;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Planning;

/// <summary>Tells which listed objects a scan of changed ones would skip.</summary>
/// <param name="history">What was read.</param>
/// <param name="detectorSet">What would look (<see cref="DetectorSetName"/>).</param>
internal sealed class UnchangedObjects(ScanEstimateHistory history, string detectorSet)
{
    /// <summary>Those among a few hundred.</summary>
    public Task<HashSet<Guid>> AmongAsync(IReadOnlyDictionary<Guid, StoredObject> listed, CancellationToken cancellationToken) => history.UnchangedAsync(
        listed.Where(pair => pair.Value is { IsCold: false, KnownFault: null }).ToDictionary(pair => pair.Key, pair => StorableText.Of(pair.Value.Version, ScannedObject.VersionLength)),
        detectorSet,
        cancellationToken);
}

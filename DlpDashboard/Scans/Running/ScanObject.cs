using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Reads one object and tells what detectors see in it. Whatever the object does is a state; only failures of the provider as a whole
/// (<see cref="ObjectStoreException.EndsScan"/>) are thrown. Several calls may run at the same time.
/// </summary>
/// <param name="store">Where it lies.</param>
/// <param name="listed">Which.</param>
/// <param name="detectorIds">Only these look; empty means all.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal delegate Task<ObjectScanResult> ScanObject(IObjectStore store, StoredObject listed, IReadOnlyList<string> detectorIds, CancellationToken cancellationToken);

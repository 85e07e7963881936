using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>An object on its way through a scan.</summary>
/// <param name="Id">What it is called in the database.</param>
/// <param name="Number">Its place in the listing of this run, from 0.</param>
/// <param name="Stored">What the listing told of it.</param>
internal sealed record ListedObject(Guid Id, long Number, StoredObject Stored);

/// <summary>An object that ended in a state.</summary>
/// <param name="Listed">Which.</param>
/// <param name="Result">How it ended.</param>
internal sealed record ReadObject(ListedObject Listed, ObjectScanResult Result);

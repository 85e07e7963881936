namespace DlpDashboard.Scans;

/// <summary>An object of a scan as lists and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key: hostile text.</param>
/// <param name="Size">Bytes as listed.</param>
/// <param name="ModifiedUtc">Last change.</param>
/// <param name="State">How its reading ended.</param>
/// <param name="Reason">Why, unless it was scanned.</param>
/// <param name="Findings">Detectors that saw something in it.</param>
/// <param name="ScannedUtc">When.</param>
public sealed record ScannedObjectRow(
    Guid Id, string Bucket, string Key, long Size, DateTime ModifiedUtc, ObjectState State, string? Reason, int Findings, DateTime ScannedUtc);

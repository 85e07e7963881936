namespace DlpDashboard.Providers;

/// <summary>An object as a listing tells of it. Keys are hostile text: any Unicode, control characters, up to 1,024 bytes and more.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its whole key within the bucket; for folders the path below the bucket with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Version">What tells this content from another: ETag, version id or generation; for folders size and time. Never null.</param>
/// <param name="ModifiedUtc">Last change.</param>
/// <param name="StorageClass">The provider's word for it, or null.</param>
/// <param name="IsCold">Whether reading needs a restore first (Glacier, Deep Archive, Archive tier).</param>
/// <param name="KnownFault">
/// What opening it is bound to fail with, where the listing tells already: a link, a device, a folder that may not be entered, a damaged
/// entry. Its size is then 0 and means nothing; <see cref="IObjectStore.OpenAsync"/> throws with the sentence to show.
/// </param>
public sealed record StoredObject(
    string Bucket,
    string Key,
    long Size,
    string Version,
    DateTime ModifiedUtc,
    string? StorageClass = null,
    bool IsCold = false,
    StoreFault? KnownFault = null);

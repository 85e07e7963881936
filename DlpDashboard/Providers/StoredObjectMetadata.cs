namespace DlpDashboard.Providers;

/// <summary>An object's metadata.</summary>
/// <param name="Listed">What a listing would tell.</param>
/// <param name="ContentType">Media type as stored; a claim of the uploader, never trusted for extraction.</param>
/// <param name="ContentEncoding">As stored, or null.</param>
/// <param name="UserMetadata">The uploader's own pairs.</param>
public sealed record StoredObjectMetadata(StoredObject Listed, string? ContentType, string? ContentEncoding, IReadOnlyDictionary<string, string> UserMetadata);

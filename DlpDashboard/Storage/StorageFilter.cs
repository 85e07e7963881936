namespace DlpDashboard.Storage;

/// <summary>Which buckets a list shows; nulls leave nothing out.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="Provider">Of one provider, by its id.</param>
/// <param name="Text">Part of the name.</param>
/// <param name="HasUploads">Ones with unfinished uploads.</param>
/// <param name="IsUnlisted">Ones that could not be listed.</param>
/// <param name="Sort">The order.</param>
public sealed record StorageFilter(Guid? EndpointId = null, string? Provider = null, string? Text = null, bool HasUploads = false, bool IsUnlisted = false, StorageSort Sort = StorageSort.Bytes);

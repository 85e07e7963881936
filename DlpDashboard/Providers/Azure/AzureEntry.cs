namespace DlpDashboard.Providers.Azure;

/// <summary>One entry of a listing as the server tells it.</summary>
internal sealed class AzureEntry
{
    /// <summary>The blob's whole name, or what a level's sub-folder begins with, slash included.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Bytes; null where the listing tells none.</summary>
    public long? Size { get; set; }

    /// <summary>Without quotes.</summary>
    public string ETag { get; set; } = string.Empty;

    /// <summary>Last change.</summary>
    public DateTime ModifiedUtc { get; set; } = DateTime.UnixEpoch;

    /// <summary>Hot, Cool, Cold, Archive; null for what has no tier.</summary>
    public string? Tier { get; set; }

    /// <summary>Whether it stands for a sub-folder of the level listed.</summary>
    public bool IsPrefix { get; set; }

    /// <summary>Whether it is a folder's own entry: a hierarchical namespace lists folders as empty blobs.</summary>
    public bool IsFolder { get; set; }

    /// <summary>Whether it is a snapshot.</summary>
    public bool IsSnapshot { get; set; }

    /// <summary>Whether it carries the id of a version.</summary>
    public bool HasVersion { get; set; }

    /// <summary>Whether that version is the current one.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>Whether it is a snapshot or a version that is not the current one.</summary>
    public bool IsFormer => IsSnapshot || (HasVersion && !IsCurrent);

    /// <summary>Whether a key that only its owner has encrypts it: a customer-provided key, or encryption before the upload.</summary>
    public bool HasForeignKey { get; set; }

    /// <summary>The object for the store's callers.</summary>
    public StoredObject ToObject(string container)
    {
        var fault = HasForeignKey ? StoreFault.Denied : Size is null or < 0 || ETag.Length == 0 ? StoreFault.Unreadable : (StoreFault?)null;
        return new StoredObject(container, Name, fault is null ? Size!.Value : 0, ETag, ModifiedUtc, Tier, Tier == "Archive", fault);
    }
}

namespace DlpDashboard.Storage;

/// <summary>What a list of buckets is ordered by, the most first.</summary>
public enum StorageSort
{
    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Objects.</summary>
    Objects,

    /// <summary>Bytes more than before.</summary>
    Growth,

    /// <summary>Estimated cost.</summary>
    Cost,
}

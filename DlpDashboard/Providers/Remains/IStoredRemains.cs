namespace DlpDashboard.Providers.Remains;

/// <summary>What lies in a bucket beside its live objects. Each answer may be null: not known, which is not "none".</summary>
public interface IStoredRemains
{
    /// <summary>Whether counting uploads takes listing the whole bucket once more.</summary>
    bool UploadsListAll => false;

    /// <summary>Uploads that were never completed; null where the provider or these credentials do not tell.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What keys begin with; null for all.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    Task<IncompleteUploads?> CountUploadsAsync(string bucket, string? prefix, CancellationToken cancellationToken);

    /// <summary>Former versions, which lists the bucket once more; null where the provider or these credentials do not tell.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What keys begin with; null for all.</param>
    /// <param name="pageRead">Called after each page, so that whoever waits knows that it goes on.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    Task<FormerVersions?> CountVersionsAsync(string bucket, string? prefix, Func<Task> pageRead, CancellationToken cancellationToken);
}

using DlpDashboard.Kernel;

namespace DlpDashboard.Storage;

/// <summary>What may be expected to fail around sizes.</summary>
public static class StorageProblems
{
    /// <summary>No endpoint.</summary>
    public static readonly Problem EndpointNotFound = Problem.NotFound("storage.endpoint-not-found", "There is no such storage endpoint. It may have been deleted; look at the list.");

    /// <summary>No bucket.</summary>
    public static readonly Problem BucketNotFound = Problem.NotFound("storage.bucket-not-found", "This bucket was never measured. Measure its endpoint and look again.");

    /// <summary>Disabled endpoints are not measured.</summary>
    public static readonly Problem EndpointDisabled = Problem.Conflict("storage.endpoint-disabled", "This storage endpoint is disabled. Enable it on its page, then measure again.");

    /// <summary>It runs.</summary>
    public static readonly Problem MeasureRuns = Problem.Conflict("storage.measure-runs", "The endpoint is being measured already. Wait until that is done.");

    /// <summary>All are at it, or there is none.</summary>
    public static readonly Problem NothingToMeasure = Problem.Conflict("storage.nothing-to-measure", "There is no enabled endpoint that is not being measured already. Wait, or connect one.");
}

using DlpDashboard.Providers;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>One listed object on its way through a scan.</summary>
/// <param name="target">Whose.</param>
/// <param name="listed">The object.</param>
internal sealed class ScannedItem(ScanTarget target, StoredObject listed)
{
    private readonly TaskCompletionSource<ObjectScanResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its store.</summary>
    public ScanTarget Target { get; } = target;

    /// <summary>The object.</summary>
    public StoredObject Listed { get; } = listed;

    /// <summary>Its name in results.</summary>
    public string Name => Target.NameOf(Listed);

    /// <summary>Completes when it was read.</summary>
    public Task<ObjectScanResult> Done => _done.Task;

    /// <summary>It was read.</summary>
    public void Complete(ObjectScanResult result) => _done.TrySetResult(result);

    /// <summary>It never will be.</summary>
    public void Fail(Exception failure) => _done.TrySetException(failure);
}

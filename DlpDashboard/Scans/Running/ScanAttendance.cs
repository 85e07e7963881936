using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Queue;

namespace DlpDashboard.Scans.Running;

/// <summary>What goes on beside one run.</summary>
internal sealed class ScanAttendance : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly IDisposable _listening;
    private readonly ProgressReporter _reporter;
    private readonly Task _work;

    public ScanAttendance(ScanRun run, LeaseWatch leases, ScanSignals signals, ScanProgressFeed feed, TimeProvider time)
    {
        _listening = signals.Listen(run.Scan.Id, () => run.Stop(ScanStop.Cancelled));
        _reporter = new ProgressReporter(run, feed, time);
        _work = Task.WhenAll(leases.RunAsync(run, _over.Token), _reporter.RunAsync(_over.Token));
    }

    /// <summary>Ends the watch; then the scan's last word may be written without being taken for somebody else's.</summary>
    public async Task StopAsync()
    {
        await _over.CancelAsync();
        await _work;
    }

    /// <summary>Tells the state that the database has now.</summary>
    public void Tell(ScanState state) => _reporter.Report(state);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _listening.Dispose();
        _over.Dispose();
    }
}

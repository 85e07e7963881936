using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Queue;

namespace DlpDashboard.Scans.Running;

/// <summary>What goes on beside one run.</summary>
internal sealed class ScanAttendance : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly IDisposable _listening;
    private readonly IDisposable _holding;
    private readonly ProgressReporter _reporter;
    private readonly Task _work;

    public ScanAttendance(ScanRun run, LeaseWatch leases, ScanSignals signals, NodeIdentity node, ScanProgressFeed feed, TimeProvider time)
    {
        _holding = node.Hold(run.Scan.Id);
        _listening = signals.Listen(run.Scan.Id, reason => run.Stop(reason));
        _reporter = new ProgressReporter(run, feed, time);
        _work = Task.WhenAll(leases.RunAsync(run, _over.Token), _reporter.RunAsync(_over.Token), new BudgetWatch(run, time).RunAsync(_over.Token));
    }

    /// <summary>Tells the state that the database has now.</summary>
    public void Tell(ScanState state) => _reporter.Report(state);

    /// <summary>Ends the watch; may be repeated. Then the scan's last word may be written, and <see cref="Tell"/> still works.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_over.IsCancellationRequested)
        {
            await _over.CancelAsync();
            await _work;
            _listening.Dispose();
            _holding.Dispose();
            _over.Dispose();
        }
    }
}

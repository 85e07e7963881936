using System.Collections.Concurrent;
using DlpDashboard.Scans.Running;

namespace DlpDashboard.Scans.Queue;

/// <summary>
/// Says at once, within this process, what the database says to every node within a second: that there is work, and that a scan shall stop.
/// Only haste hangs on it; a lost signal is made good by the next look at the database.
/// </summary>
internal sealed class ScanSignals : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Action<ScanStop>> _stops = new();
    private readonly SemaphoreSlim _work = new(0, 1);

    /// <summary>There is something in line, or a slot or endpoint became free.</summary>
    public void Wake()
    {
        try
        {
            _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody was told already and has not looked yet.
        }
    }

    /// <summary>Returns at a <see cref="Wake"/>, or after the time.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _work.WaitAsync(atMost, cancellationToken);

    /// <summary>A person asked to stop or pause a scan; nothing happens where it does not run here.</summary>
    public void Stop(Guid scanId, ScanStop reason)
    {
        if (_stops.TryGetValue(scanId, out var stop))
        {
            stop(reason);
        }
    }

    /// <summary>While the result lives, <paramref name="stop"/> is called when the scan shall stop.</summary>
    public IDisposable Listen(Guid scanId, Action<ScanStop> stop)
    {
        _stops[scanId] = stop;
        return new Listening(this, scanId, stop);
    }

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();

    private sealed class Listening(ScanSignals signals, Guid scanId, Action<ScanStop> stop) : IDisposable
    {
        public void Dispose() => signals._stops.TryRemove(KeyValuePair.Create(scanId, stop));
    }
}

namespace DlpDashboard.Extraction;

/// <summary>
/// The time of one object: <see cref="ExtractionLimits.Time"/>, and more for each byte at <see cref="ExtractionLimits.SlowestRate"/>, so that a large object that keeps coming is
/// read to its end while one that trickles, or costs more than it gives, is not. What reads and what takes text ask it as they go, so nothing goes on behind it.
/// One for all objects of an extractor.
/// </summary>
internal sealed class ObjectClock(TimeProvider time) : IDisposable
{
    // Timers end below 50 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);
    private const long Step = 16 * 1024 * 1024;

    private CancellationTokenSource _over = new(Timeout.InfiniteTimeSpan, time);
    private CancellationTokenRegistration _caller;
    private CancellationToken _asked;
    private ExtractionLimits _limits = ExtractionLimits.Default;
    private long _begun;
    private long _told;

    /// <summary>Cancelled when the time is over, and when the caller gives up.</summary>
    public CancellationToken Token => _over.Token;

    /// <summary>Whether the time is over, and not the caller's patience.</summary>
    public bool IsOver => _over.IsCancellationRequested && !_asked.IsCancellationRequested;

    /// <summary>An object begins.</summary>
    /// <param name="limits">How long it may take.</param>
    /// <param name="size">Its bytes where they are known, else 0: they are then counted as they come.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public void Begin(ExtractionLimits limits, long size, CancellationToken cancellationToken)
    {
        (_limits, _asked, _begun, _told) = (limits, cancellationToken, time.GetTimestamp(), 0);
        if (limits.Time > TimeSpan.Zero)
        {
            _over.CancelAfter(Allowed(size));
        }

        var over = _over;
        _caller = cancellationToken.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), over);
    }

    /// <summary>So many bytes came of an object whose size was not known.</summary>
    public void Came(long bytes)
    {
        if (bytes - _told >= Step && _limits.Time > TimeSpan.Zero && !_over.IsCancellationRequested)
        {
            _told = bytes;
            var left = Allowed(bytes) - time.GetElapsedTime(_begun);
            _over.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <summary>Goes no further where the time is over or the caller gave up.</summary>
    public void Check() => _over.Token.ThrowIfCancellationRequested();

    /// <summary>The object is done.</summary>
    public void End()
    {
        _caller.Dispose();
        if (!_over.TryReset())
        {
            _over.Dispose();
            _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _caller.Dispose();
        _over.Dispose();
    }

    private TimeSpan Allowed(long bytes)
    {
        var allowed = _limits.Time + TimeSpan.FromSeconds((double)bytes / _limits.SlowestRate);
        return allowed < Longest ? allowed : Longest;
    }
}

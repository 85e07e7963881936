namespace DlpDashboard.Tests.UI;

/// <summary>A clock that stands until it is moved; timers whose time has come are rung by the move.</summary>
internal sealed class StageClock : TimeProvider
{
    private readonly List<Bell> _bells = [];
    private DateTimeOffset _now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan time)
    {
        _now += time;
        foreach (var bell in _bells.ToList())
        {
            bell.Ring(_now);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var bell = new Bell(this, () => callback(state));
        bell.Change(dueTime, period);
        _bells.Add(bell);
        return bell;
    }

    private sealed class Bell(StageClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
            _period = period;
            return true;
        }

        public void Ring(DateTimeOffset now)
        {
            while (_due is { } due && due <= now)
            {
                _due = _period == Timeout.InfiniteTimeSpan ? null : due + _period;
                ring();
            }
        }

        public void Dispose() => clock._bells.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

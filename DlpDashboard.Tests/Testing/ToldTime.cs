namespace DlpDashboard.Tests.Testing;

/// <summary>A clock whose timers end when somebody says so; how long they were asked to wait is kept.</summary>
public sealed class ToldTime : TimeProvider
{
    private readonly List<Told> _timers = [];

    /// <summary>The last wait that was asked for.</summary>
    public TimeSpan Asked { get; private set; }

    /// <summary>Ends every wait that still goes on.</summary>
    public void RunOut()
    {
        foreach (var timer in _timers.ToList())
        {
            timer.End();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Told(this, () => callback(state));
        _timers.Add(timer);
        return timer;
    }

    private sealed class Told(ToldTime time, Action end) : ITimer
    {
        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Asked = dueTime;
            return true;
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

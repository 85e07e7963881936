namespace DlpDashboard.Scans.Running;

/// <summary>A smoothed rate: what was done lately weighs more, with a half-life of some seconds, so that the number neither jumps nor lies.</summary>
internal sealed class ScanSpeed(TimeProvider time)
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromSeconds(3);
    private long _at = time.GetTimestamp();
    private long _amount = -1;
    private double _weight;

    /// <summary>Units a second.</summary>
    public double PerSecond { get; private set; }

    /// <summary>Takes in how much was done so far, all together.</summary>
    public void Update(long amount)
    {
        var now = time.GetTimestamp();
        var passed = time.GetElapsedTime(_at, now);
        if (_amount >= 0 && passed > TimeSpan.Zero)
        {
            var keep = Math.Pow(0.5, passed / HalfLife);
            _weight = (_weight * keep) + (1 - keep);
            var newest = Math.Max(0, amount - _amount) / passed.TotalSeconds;
            PerSecond += (newest - PerSecond) * (1 - keep) / _weight;
        }

        _at = now;
        _amount = amount;
    }
}

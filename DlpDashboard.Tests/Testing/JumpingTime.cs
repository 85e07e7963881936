namespace DlpDashboard.Tests.Testing;

/// <summary>A clock on the wall that somebody sets; what is measured and waited for goes on evenly, as on a real machine.</summary>
public sealed class JumpingTime : TimeProvider
{
    private long _offset;

    /// <summary>Sets the clock forward or back.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));
}

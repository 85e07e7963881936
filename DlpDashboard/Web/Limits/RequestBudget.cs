using System.Collections.Concurrent;

namespace DlpDashboard.Web.Limits;

/// <summary>
/// A leaky bucket for each caller (the generic cell rate algorithm, ITU-T I.371): one number a caller, the time at which its bucket will be
/// empty. Memory is bounded: callers whose bucket is empty are forgotten when there are many.
/// </summary>
/// <param name="perMinute">Requests a minute; also the burst.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestBudget(int perMinute, TimeProvider time)
{
    private const int ManyCallers = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _emptyAt = new(StringComparer.Ordinal);
    private readonly long _cost = Window.Ticks / perMinute;

    /// <summary>How many callers are remembered.</summary>
    public int Callers => _emptyAt.Count;

    /// <summary>Takes one request from the caller's budget.</summary>
    public BudgetAnswer Take(string caller)
    {
        var now = time.GetUtcNow().Ticks;
        if (_emptyAt.Count > ManyCallers)
        {
            Forget(now);
        }

        while (true)
        {
            var known = _emptyAt.TryGetValue(caller, out var stored);
            var emptyAt = Math.Max(known ? stored : now, now);
            var filled = emptyAt + _cost - now;
            if (filled > Window.Ticks)
            {
                return new BudgetAnswer(false, perMinute, 0, Seconds(emptyAt - now), Seconds(filled - Window.Ticks));
            }

            if (known ? _emptyAt.TryUpdate(caller, emptyAt + _cost, stored) : _emptyAt.TryAdd(caller, emptyAt + _cost))
            {
                return new BudgetAnswer(true, perMinute, (int)((Window.Ticks - filled) / _cost), Seconds(filled), 0);
            }
        }
    }

    /// <summary>What is left of the caller's budget, without taking from it.</summary>
    public BudgetAnswer Look(string caller)
    {
        var now = time.GetUtcNow().Ticks;
        var filled = _emptyAt.TryGetValue(caller, out var emptyAt) ? Math.Max(0, emptyAt - now) : 0;
        return new BudgetAnswer(true, perMinute, (int)((Window.Ticks - filled) / _cost), Seconds(filled), 0);
    }

    private static int Seconds(long ticks) => (int)Math.Ceiling((double)ticks / TimeSpan.TicksPerSecond);

    private void Forget(long now)
    {
        foreach (var (caller, emptyAt) in _emptyAt)
        {
            if (emptyAt <= now)
            {
                _emptyAt.TryRemove(new(caller, emptyAt));
            }
        }
    }
}

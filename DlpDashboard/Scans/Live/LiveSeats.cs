using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Live;

/// <summary>Counts connections, so that nobody takes them all.</summary>
internal sealed class LiveSeats(IOptions<LiveOptions> options)
{
    private readonly ConcurrentDictionary<Guid, int> _people = new();
    private int _all;

    /// <summary>Connections now.</summary>
    public int Taken => Volatile.Read(ref _all);

    /// <summary>Takes a seat for a person; false where there is none.</summary>
    public bool TryTake(Guid accountId)
    {
        var own = _people.AddOrUpdate(accountId, 1, (_, seats) => seats + 1);
        var all = Interlocked.Increment(ref _all);
        if (own <= options.Value.ConnectionsPerPerson && all <= options.Value.Connections)
        {
            return true;
        }

        Leave(accountId);
        return false;
    }

    /// <summary>Gives a seat back.</summary>
    public void Leave(Guid accountId)
    {
        Interlocked.Decrement(ref _all);
        if (_people.AddOrUpdate(accountId, 0, (_, seats) => seats - 1) == 0)
        {
            _people.TryRemove(KeyValuePair.Create(accountId, 0));
        }
    }
}

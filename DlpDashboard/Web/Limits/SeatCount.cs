using System.Collections.Concurrent;

namespace DlpDashboard.Web.Limits;

/// <summary>Counts what people hold open at the same time, so that nobody takes all of it. What nobody holds any more is forgotten.</summary>
/// <param name="perPerson">Most of one account.</param>
/// <param name="inAll">Most of all accounts, on this node.</param>
public sealed class SeatCount(int perPerson, int inAll)
{
    private readonly ConcurrentDictionary<Guid, int> _people = new();
    private int _all;

    /// <summary>Taken now.</summary>
    public int Taken => Volatile.Read(ref _all);

    /// <summary>Whether all seats are taken.</summary>
    public bool IsFull => Taken >= inAll;

    /// <summary>Whether the account holds as many as one may.</summary>
    public bool IsFullFor(Guid accountId) => _people.GetValueOrDefault(accountId) >= perPerson;

    /// <summary>Takes a seat; false, and none is taken, where there is none.</summary>
    public bool TryTake(Guid accountId)
    {
        var (own, all) = Count(accountId);
        if (own <= perPerson && all <= inAll)
        {
            return true;
        }

        Leave(accountId);
        return false;
    }

    /// <summary>Takes a seat whether there is one or not: somebody comes back to a place whose old seat may still be counted.</summary>
    public void Take(Guid accountId) => Count(accountId);

    /// <summary>Gives a seat back.</summary>
    public void Leave(Guid accountId)
    {
        Interlocked.Decrement(ref _all);
        if (_people.AddOrUpdate(accountId, 0, (_, seats) => seats - 1) == 0)
        {
            _people.TryRemove(KeyValuePair.Create(accountId, 0));
        }
    }

    private (int Own, int All) Count(Guid accountId) =>
        (_people.AddOrUpdate(accountId, 1, (_, seats) => seats + 1), Interlocked.Increment(ref _all));
}

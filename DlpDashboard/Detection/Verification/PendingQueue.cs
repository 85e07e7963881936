using System.Buffers;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Verified values in order of their start, and the one that has beaten its predecessors so far. Values are compared in that order only
/// once all of them up to there are known, so the outcome is the same for every cut of the stream.
/// </summary>
internal sealed class PendingQueue : IDisposable
{
    private PendingDetection[] _items = ArrayPool<PendingDetection>.Shared.Rent(1024);
    private int _count;
    private PendingDetection _held;
    private bool _holds;

    /// <summary>The first byte still needed, or <see cref="long.MaxValue"/>.</summary>
    public long FirstNeeded => _holds ? _held.Start : _count > 0 ? _items[0].Start : long.MaxValue;

    public void Clear()
    {
        _count = 0;
        _holds = false;
    }

    /// <summary>Adds a value; they come nearly in order, so its place is near the end.</summary>
    public void Add(in PendingDetection item)
    {
        if (_count == _items.Length)
        {
            Grow();
        }

        var place = _count++;
        while (place > 0 && item.Precedes(_items[place - 1]))
        {
            _items[place] = _items[place - 1];
            place--;
        }

        _items[place] = item;
    }

    /// <summary>
    /// Hands out, one after another, the values that are settled: nothing that starts before <paramref name="horizon"/> is still to come.
    /// </summary>
    public void Settle(long horizon, SegmentScanner scanner)
    {
        var taken = 0;
        while (taken < _count && _items[taken].Start < horizon)
        {
            ref var next = ref _items[taken++];
            if (!_holds)
            {
                (_held, _holds) = (next, true);
            }
            else if (next.Start >= _held.End)
            {
                scanner.Report(_held);
                _held = next;
            }
            else if (next.Beats(_held))
            {
                next.Name(_held);
                _held = next;
            }
            else
            {
                _held.Name(next);
            }
        }

        if (_holds && _held.End <= horizon)
        {
            scanner.Report(_held);
            _holds = false;
        }

        _items.AsSpan(taken, _count - taken).CopyTo(_items);
        _count -= taken;
    }

    public void Dispose()
    {
        ArrayPool<PendingDetection>.Shared.Return(_items);
        _items = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<PendingDetection>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<PendingDetection>.Shared.Return(_items);
        _items = larger;
    }
}

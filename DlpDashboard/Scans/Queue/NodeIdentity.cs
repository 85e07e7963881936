using System.Collections.Concurrent;
using DlpDashboard.Data.Leases;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Queue;

/// <summary>Who holds a scan's lease: the node, which outlives a restart, and this process; and what this process is at work on.</summary>
internal sealed class NodeIdentity
{
    private readonly ConcurrentDictionary<Guid, long> _holds = new();
    private readonly TimeProvider _time;
    private long _lastHold;

    public NodeIdentity(NodeName node, IOptions<ScanOptions> options, TimeProvider time)
    {
        _time = time;
        Lease = options.Value.Lease;
        NodePrefix = node.Prefix;
        Owner = node.Owner;
    }

    /// <summary>The time by which leases are given.</summary>
    public DateTime NowUtc => _time.GetUtcNow().UtcDateTime;

    /// <summary>What every owner of this node begins with.</summary>
    public string NodePrefix { get; }

    /// <summary>How long others leave it what it holds, without a sign of life.</summary>
    public TimeSpan Lease { get; }

    /// <summary>This process.</summary>
    public string Owner { get; }

    /// <summary>Whether this process is at work on a scan. Its lease may seem void where somebody set the clock forward.</summary>
    public bool Holds(Guid scanId) => _holds.ContainsKey(scanId);

    /// <summary>This process is at work on a scan until the result is disposed.</summary>
    public IDisposable Hold(Guid scanId)
    {
        var hold = Interlocked.Increment(ref _lastHold);
        _holds[scanId] = hold;
        return new Holding(this, scanId, hold);
    }

    private sealed class Holding(NodeIdentity node, Guid scanId, long hold) : IDisposable
    {
        public void Dispose() => node._holds.TryRemove(KeyValuePair.Create(scanId, hold));
    }
}

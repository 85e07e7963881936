using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DlpDashboard.Scans.Live;

/// <summary>
/// The one source of live progress within this process. Runners publish at most ten steps a second; each watcher holds only the newest step,
/// so a slow browser never slows a scan and never lags behind by more than one. Many watchers are told in turns, so that three hundred open windows
/// cost not more than <see cref="TellsPerStep"/> drawings a step; each then sees a scan move once a second.
/// </summary>
public sealed class ScanProgressFeed(TimeProvider time)
{
    /// <summary>Least time between two steps of one scan.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>Watchers of one scan that are told of a step; the others are told of the next ones.</summary>
    internal const int TellsPerStep = 30;

    private readonly ConcurrentDictionary<Guid, ScanProgress> _latest = new();
    private readonly ConcurrentDictionary<Channel<ScanProgress>, Watcher> _watchers = new();
    private int _joined;
    private readonly ConcurrentDictionary<Channel<bool>, Guid> _changeWatchers = new();

    /// <summary>The newest step of a scan that runs in this process, or null.</summary>
    public ScanProgress? Latest(Guid organisationId, Guid scanId) =>
        _latest.TryGetValue(scanId, out var step) && step.OrganisationId == organisationId ? step : null;

    /// <summary>The newest steps of the organisation's scans that run in this process.</summary>
    public IReadOnlyList<ScanProgress> Running(Guid organisationId) =>
        [.. _latest.Values.Where(step => step.OrganisationId == organisationId).OrderBy(step => step.ScanId)];

    /// <summary>
    /// The newest step, if there is one, and then each newer one that the reader is fast enough to see; ends with the scan's last word.
    /// Of a scan that does not run yet it waits for the first step.
    /// </summary>
    public async IAsyncEnumerable<ScanProgress> WatchAsync(Guid organisationId, Guid scanId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<ScanProgress>(Newest());

        // Join before reading the latest step, so one published in between is not lost.
        _watchers.TryAdd(channel, new Watcher(scanId, Interlocked.Increment(ref _joined) % Turns));
        try
        {
            if (Latest(organisationId, scanId) is { } now)
            {
                yield return now;
            }

            await foreach (var step in channel.Reader.ReadAllAsync(cancellationToken))
            {
                if (step.OrganisationId != organisationId)
                {
                    yield break;
                }

                yield return step;
                if (step.HasEnded)
                {
                    yield break;
                }
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }

    /// <summary>
    /// Ticks at once and whenever a scan of the organisation was queued, started, ended or deleted here; ticks that nobody took yet are one.
    /// Where very many watch, they tick one after the other within some seconds: each reads and draws a page.
    /// </summary>
    public async IAsyncEnumerable<bool> WatchChangesAsync(Guid organisationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<bool>(Newest());
        _changeWatchers.TryAdd(channel, organisationId);
        var place = Interlocked.Increment(ref _joined);
        try
        {
            yield return true;
            await foreach (var tick in channel.Reader.ReadAllAsync(cancellationToken))
            {
                var later = place % (1 + (_changeWatchers.Count / TellsPerStep));
                if (later > 0)
                {
                    await Task.Delay(later * Pace, time, cancellationToken);
                }

                yield return tick;
            }
        }
        finally
        {
            _changeWatchers.TryRemove(channel, out _);
        }
    }

    /// <summary>How many watch: for tests and metrics.</summary>
    internal int Watchers => _watchers.Count + _changeWatchers.Count;

    /// <summary>A newer step of a scan. The last word is handed to the watchers and then forgotten: from then on the database tells.</summary>
    internal void Publish(ScanProgress step)
    {
        if (step.HasEnded || step.State == ScanState.Queued)
        {
            _latest.TryRemove(step.ScanId, out _);
        }
        else
        {
            _latest[step.ScanId] = step;
        }

        var turns = Turns;
        foreach (var (channel, watcher) in _watchers)
        {
            // A scan's end is for all at once.
            if (watcher.ScanId == step.ScanId && (watcher.IsDue(turns) || step.HasEnded || step.State == ScanState.Queued))
            {
                channel.Writer.TryWrite(step);
            }
        }
    }

    /// <summary>A scan of the organisation was queued, started, ended or deleted.</summary>
    internal void Changed(Guid organisationId)
    {
        foreach (var (channel, watched) in _changeWatchers)
        {
            if (watched == organisationId)
            {
                channel.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Steps until a watcher is told again.</summary>
    private int Turns => 1 + (_watchers.Count / TellsPerStep);

    private static BoundedChannelOptions Newest() => new(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    /// <summary>Who watches a scan, and how many of its steps they were not told of; they begin apart, so that turns differ.</summary>
    private sealed class Watcher(Guid scanId, int missed)
    {
        private int _missed = missed;

        public Guid ScanId => scanId;

        public bool IsDue(int turns)
        {
            if (++_missed < turns)
            {
                return false;
            }

            _missed = 0;
            return true;
        }
    }
}

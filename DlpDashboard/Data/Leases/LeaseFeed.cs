using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DlpDashboard.Data.Leases;

/// <summary>The one source of live progress of a room's runs within this process. Each watcher holds only the newest steps, so that a slow browser slows nothing.</summary>
/// <typeparam name="TStep">A step as the room tells it.</typeparam>
public abstract class LeaseFeed<TStep>
    where TStep : ILeaseStep
{
    private readonly ConcurrentDictionary<Guid, TStep> _latest = new();
    private readonly ConcurrentDictionary<Channel<TStep>, Guid> _watchers = new();

    /// <summary>The newest steps of the organisation's runs in this process.</summary>
    public IReadOnlyList<TStep> Running(Guid organisationId) => [.. _latest.Values.Where(step => step.OrganisationId == organisationId).OrderBy(step => step.RunId)];

    /// <summary>The steps of the organisation's runs, first the newest of each that runs; ends only when it is cancelled.</summary>
    public async IAsyncEnumerable<TStep> WatchAsync(Guid organisationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<TStep>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        // Join before reading the latest steps, so that one published in between is not lost.
        _watchers.TryAdd(channel, organisationId);
        try
        {
            foreach (var now in Running(organisationId))
            {
                yield return now;
            }

            await foreach (var step in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return step;
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }

    /// <summary>A newer step.</summary>
    protected void Publish(TStep step)
    {
        if (step.State == LeaseState.Running)
        {
            _latest[step.RunId] = step;
        }
        else
        {
            _latest.TryRemove(step.RunId, out _);
        }

        foreach (var (channel, organisation) in _watchers)
        {
            if (organisation == step.OrganisationId)
            {
                channel.Writer.TryWrite(step);
            }
        }
    }
}

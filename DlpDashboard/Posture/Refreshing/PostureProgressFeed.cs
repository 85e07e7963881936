using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>The one source of live progress of refreshes within this process. Each watcher holds only the newest step, so that a slow browser slows nothing.</summary>
public sealed class PostureProgressFeed
{
    private readonly ConcurrentDictionary<Guid, PostureProgress> _latest = new();
    private readonly ConcurrentDictionary<Channel<PostureProgress>, Guid> _watchers = new();

    /// <summary>The newest steps of the organisation's refreshes that run in this process.</summary>
    public IReadOnlyList<PostureProgress> Running(Guid organisationId) => [.. _latest.Values.Where(step => step.OrganisationId == organisationId).OrderBy(step => step.RefreshId)];

    /// <summary>The steps of the organisation's refreshes, first the newest of each that runs; ends only when it is cancelled.</summary>
    public async IAsyncEnumerable<PostureProgress> WatchAsync(Guid organisationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<PostureProgress>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

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
    internal void Publish(PostureRefresh run, string? current)
    {
        var step = new PostureProgress(run.OrganisationId, run.EndpointId, run.Id, run.State, run.Buckets, run.Insecure, current, run.Failure);
        if (run.State == RefreshState.Running)
        {
            _latest[run.Id] = step;
        }
        else
        {
            _latest.TryRemove(run.Id, out _);
        }

        foreach (var (channel, organisation) in _watchers)
        {
            if (organisation == run.OrganisationId)
            {
                channel.Writer.TryWrite(step);
            }
        }
    }
}

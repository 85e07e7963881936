using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DlpDashboard.Data.Leases;
using DlpDashboard.Storage.Measuring;

namespace DlpDashboard.Storage.Live;

/// <summary>The one source of live progress of measures within this process. Each watcher holds only the newest steps, so that a slow browser slows nothing.</summary>
public sealed class StorageProgressFeed
{
    private readonly ConcurrentDictionary<Guid, StorageProgress> _latest = new();
    private readonly ConcurrentDictionary<Channel<StorageProgress>, Guid> _watchers = new();

    /// <summary>The newest steps of the organisation's measures that run in this process.</summary>
    public IReadOnlyList<StorageProgress> Running(Guid organisationId) => [.. _latest.Values.Where(step => step.OrganisationId == organisationId).OrderBy(step => step.MeasureId)];

    /// <summary>The steps of the organisation's measures, first the newest of each that runs; ends only when it is cancelled.</summary>
    public async IAsyncEnumerable<StorageProgress> WatchAsync(Guid organisationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<StorageProgress>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

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
    internal void Publish(StorageMeasure run, MeasureCounts counts, string? current)
    {
        var step = new StorageProgress(run.OrganisationId, run.EndpointId, run.Id, run.State, counts.Buckets, counts.Objects, counts.Bytes, current, run.Failure);
        if (run.State == LeaseState.Running)
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

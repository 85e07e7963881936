using System.Threading.Channels;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Clears away deleted endpoints: first what hangs on them, in batches by the rooms that own it, then the row. A restart loses nothing: the
/// mark is in the database, and every step may be repeated.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="dependents">The rooms whose rows belong to endpoints.</param>
/// <param name="options">Limits.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures are told.</param>
public sealed partial class EndpointPurge(
    IDbContextFactory<DlpDbContext> contexts,
    IEnumerable<IEndpointDependent> dependents,
    IOptions<EndpointOptions> options,
    TimeProvider time,
    ILogger<EndpointPurge> log) : BackgroundService
{
    private const int Batch = 50;

    // One place is enough: a wake-up says only that there is something to look for.
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that an endpoint was deleted.</summary>
    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Clears away all that is marked now; what fails stays marked.</summary>
    internal async Task PurgeAsync(CancellationToken cancellationToken)
    {
        while (await PurgeBatchAsync(cancellationToken))
        {
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await PurgeSafelyAsync(stoppingToken);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var woken = _wakeUps.Reader.WaitToReadAsync(wait.Token).AsTask();
            await Task.WhenAny(woken, Task.Delay(options.Value.PurgeInterval, time, wait.Token));
            await wait.CancelAsync();
            _wakeUps.Reader.TryRead(out _);
        }
    }

    /// <summary>Whether it got on and there may be more.</summary>
    private async Task<bool> PurgeBatchAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var marked = await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.DeletedUtc != null)
            .OrderBy(e => e.DeletedUtc)
            .Select(e => new { e.OrganisationId, e.Id })
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var cleared = 0;
        foreach (var endpoint in marked)
        {
            cleared += await TryPurgeAsync(endpoint.OrganisationId, endpoint.Id, cancellationToken) ? 1 : 0;
        }

        return marked.Count == Batch && cleared > 0;
    }

    private async Task PurgeSafelyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PurgeAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            // The database may be away for a while; the mark waits for the next round.
            LogRoundFailed(exception);
        }
    }

    private async Task<bool> TryPurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        try
        {
            await PurgeDependentsAsync(organisationId, endpointId, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.StorageEndpoints
                .Where(e => e.OrganisationId == organisationId && e.Id == endpointId && e.DeletedUtc != null)
                .ExecuteDeleteAsync(cancellationToken);

            // What slipped in while the first round ran cannot follow any more now.
            await PurgeDependentsAsync(organisationId, endpointId, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogEndpointFailed(exception, endpointId);
            return false;
        }
    }

    private async Task PurgeDependentsAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        foreach (var dependent in dependents)
        {
            await dependent.PurgeAsync(organisationId, endpointId, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Clearing away deleted endpoints failed; it is tried again")]
    private partial void LogRoundFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Clearing away the deleted endpoint {EndpointId} failed; it is tried again")]
    private partial void LogEndpointFailed(Exception exception, Guid endpointId);
}

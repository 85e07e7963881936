using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Live;

/// <summary>
/// Tells one connection what happens. It reads the newest state each time it looks, so a slow client gets fewer words and never slows a scan;
/// events wait in the database until the client took the ones before.
/// </summary>
internal sealed class LivePump(ScanProgressFeed feed, ScanReader scans, EventTail tail, AbsentActor actors, IOptions<LiveOptions> options, TimeProvider time)
{
    private static readonly TimeSpan OtherNodes = TimeSpan.FromSeconds(2);

    /// <summary>Runs until cancelled, or until the person may not see any more what they saw.</summary>
    /// <param name="actor">Who listens.</param>
    /// <param name="client">Who is told.</param>
    /// <param name="after">The last event the client saw; null begins now.</param>
    /// <param name="cancellationToken">The connection's end.</param>
    public async Task RunAsync(Actor actor, LiveListener client, PageCursor? after, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts =
        [
            actor.May(Permissions.ScansRead) ? TellScansAsync(actor, client, over.Token) : Task.CompletedTask,
            actor.May(Permissions.EventsRead) ? TellEventsAsync(actor, client, after, over.Token) : Task.CompletedTask,
            RevalidateAsync(actor, over.Token),
        ];

        // The first that ends by the person's rights, or by a failure, ends the others.
        var first = await Task.WhenAny(parts.Where(part => !part.IsCompletedSuccessfully).DefaultIfEmpty(parts[2]));
        await over.CancelAsync();
        await Task.WhenAll(parts.Select(part => part.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)));
        await first;
    }

    private async Task TellScansAsync(Actor actor, LiveListener client, CancellationToken cancellationToken)
    {
        var told = new Dictionary<Guid, LiveScan>();
        var looked = long.MinValue;
        using var timer = new PeriodicTimer(options.Value.Pace, time);
        do
        {
            var running = feed.Running(actor.OrganisationId).ToDictionary(step => step.ScanId, LiveScan.Of);
            if (looked == long.MinValue || time.GetElapsedTime(looked) >= OtherNodes || told.Keys.Any(id => !running.ContainsKey(id)))
            {
                looked = time.GetTimestamp();
                foreach (var row in await scans.ActiveAsync(actor, cancellationToken))
                {
                    running.TryAdd(row.Id, LiveScan.Of(row));
                }
            }

            foreach (var scan in running.Values.Where(scan => told.GetValueOrDefault(scan.ScanId) != scan))
            {
                await client.TellAsync(scan, cancellationToken);
                told[scan.ScanId] = scan;
            }

            await TellEndsAsync(actor, client, told, running, cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Scans that were told of and are not active any more get their last word from the database.</summary>
    private async Task TellEndsAsync(Actor actor, LiveListener client, Dictionary<Guid, LiveScan> told, Dictionary<Guid, LiveScan> running, CancellationToken cancellationToken)
    {
        foreach (var id in told.Keys.Where(id => !running.ContainsKey(id)).ToList())
        {
            var row = await scans.OneAsync(actor, id, cancellationToken);
            if (row is null || row.State.HasEnded())
            {
                told.Remove(id);
            }

            if (row is not null && row.State.HasEnded())
            {
                await client.TellAsync(LiveScan.Of(row), cancellationToken);
            }
        }
    }

    private async Task TellEventsAsync(Actor actor, LiveListener client, PageCursor? after, CancellationToken cancellationToken)
    {
        // What was written late while the client was away lies before its cursor; what it has already it knows by id.
        var begun = after is { } cursor ? new PageCursor(cursor.AtUtc - options.Value.Overlap, Guid.Empty) : await tail.EndAsync(actor, cancellationToken);
        var seen = begun;
        var told = new Dictionary<Guid, DateTime>();
        using var timer = new PeriodicTimer(options.Value.LookForEvents, time);
        do
        {
            if (seen == begun || await tail.HasNewsAsync(actor, seen, cancellationToken))
            {
                seen = await TellFromAsync(actor, client, begun, seen, told, cancellationToken);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<PageCursor> TellFromAsync(
        Actor actor, LiveListener client, PageCursor begun, PageCursor seen, Dictionary<Guid, DateTime> told, CancellationToken cancellationToken)
    {
        var back = new PageCursor(seen.AtUtc - options.Value.Overlap, Guid.Empty);
        var from = back.AtUtc > begun.AtUtc ? back : begun;
        while (true)
        {
            var page = await tail.FromAsync(actor, from, cancellationToken);
            foreach (var happened in page.Where(happened => told.TryAdd(happened.Id, happened.AtUtc)))
            {
                await client.TellAsync(happened, cancellationToken);
            }

            if (page.Count > 0)
            {
                from = new PageCursor(page[^1].AtUtc, page[^1].Id);
                seen = from.AtUtc > seen.AtUtc || (from.AtUtc == seen.AtUtc && from.Id != seen.Id) ? from : seen;
            }

            if (page.Count < EventTail.PageLength)
            {
                break;
            }
        }

        foreach (var old in told.Where(pair => pair.Value < seen.AtUtc - (2 * options.Value.Overlap)).Select(pair => pair.Key).ToList())
        {
            told.Remove(old);
        }

        return seen;
    }

    private async Task RevalidateAsync(Actor actor, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.Revalidate, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (await actors.FindAsync(actor.OrganisationId, actor.AccountId, cancellationToken) is not { } now || !now.Permissions.SetEquals(actor.Permissions))
            {
                return;
            }
        }
    }
}

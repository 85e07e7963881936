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
    /// <summary>Scans that are looked at for their end.</summary>
    private const int Newest = 50;

    private static readonly TimeSpan OtherNodes = TimeSpan.FromSeconds(2);

    /// <summary>Scans that run or wait, and the newest: one reading for all connections of an organisation.</summary>
    private readonly SharedReading<IReadOnlyList<ScanRow>> _rows = new(time);

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
        var since = tail.Now().AtUtc;
        long? looked = null;
        using var timer = new PeriodicTimer(options.Value.Pace, time);
        do
        {
            var now = feed.Running(actor.OrganisationId).Select(LiveScan.Of).ToList();
            var ends = told.Values.Any(scan => !scan.HasEnded && now.TrueForAll(step => step.ScanId != scan.ScanId));
            if (ends || looked is not { } at || time.GetElapsedTime(at) >= OtherNodes)
            {
                looked = time.GetTimestamp();
                now.AddRange(await FromDatabaseAsync(actor, since, now, ends ? TimeSpan.Zero : OtherNodes, cancellationToken));
            }

            foreach (var scan in now.Where(scan => told.GetValueOrDefault(scan.ScanId) != scan))
            {
                await client.TellAsync(scan, cancellationToken);
                told[scan.ScanId] = scan;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Scans of other nodes, and those that came to an end since: a short one may run between two looks.</summary>
    private async Task<IEnumerable<LiveScan>> FromDatabaseAsync(Actor actor, DateTime since, List<LiveScan> known, TimeSpan notOlderThan, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(actor, notOlderThan, ReadRowsAsync, cancellationToken);
        return rows.Where(row => (!row.State.HasEnded() || row.EndedUtc >= since) && known.TrueForAll(step => step.ScanId != row.Id)).Select(LiveScan.Of);
    }

    private async Task<IReadOnlyList<ScanRow>> ReadRowsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var active = await scans.ActiveAsync(actor, cancellationToken);
        var newest = await scans.PageAsync(actor, new ScanFilter(), after: null, Newest, cancellationToken);
        return [.. active.Concat(newest.Items).DistinctBy(row => row.Id)];
    }

    private async Task TellEventsAsync(Actor actor, LiveListener client, PageCursor? after, CancellationToken cancellationToken)
    {
        // What was written late while the client was away lies before its cursor; what it has already it knows by id.
        var begun = after is { } cursor ? new PageCursor(cursor.AtUtc - options.Value.Overlap, Guid.Empty) : tail.Now();
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

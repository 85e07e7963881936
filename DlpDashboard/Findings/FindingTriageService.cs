using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>
/// Triage of everything that a filter matches, in batches: each is a transaction with its entry in the trail, and the whole is one event. Findings that are first seen while it
/// goes on are left alone; where it is broken off, what was decided stays decided.
/// </summary>
public sealed class FindingTriageService(FindingReader reader, FindingService service, EventWriter events, IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    /// <summary>So many findings are decided on by one deed at most.</summary>
    public const int Most = 50_000;

    private const int Batch = 500;

    /// <summary>Sets the status of all findings of a filter.</summary>
    /// <returns>How many findings changed; those that were as decided before are not counted.</returns>
    public async Task<Outcome<int>> SetStatusAsync(Actor actor, FindingFilter filter, FindingDecision decision, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsTriage);
        if (FindingService.Refuse(decision) is { } refusal)
        {
            return refusal;
        }

        if (await reader.CountAsync(actor, filter, Most, cancellationToken) > Most)
        {
            return FindingProblems.TooManyMatch;
        }

        var asked = time.GetUtcNow().UtcDateTime;
        var changed = 0;
        try
        {
            await foreach (var ids in BatchesAsync(actor, filter, asked, cancellationToken))
            {
                var outcome = await service.SetStatusOfBatchAsync(actor, ids, decision, filter, cancellationToken);
                if (!outcome.Succeeded)
                {
                    return outcome.Problem;
                }

                changed += outcome.Value;
            }
        }
        finally
        {
            await TellAsync(actor, decision, filter, changed);
        }

        return changed;
    }

    /// <summary>Newest first behind a cursor: it does not matter that decided findings leave the filter, and what is new meanwhile lies before it.</summary>
    private async IAsyncEnumerable<List<Guid>> BatchesAsync(Actor actor, FindingFilter filter, DateTime asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageCursor? after = null;
        do
        {
            var page = await reader.PageAsync(actor, filter, after, Batch, cancellationToken);
            if (page.Items.Where(row => row.FirstSeenUtc <= asked).Select(row => row.Id).ToList() is { Count: > 0 } ids)
            {
                yield return ids;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Also of a deed that was broken off: what was decided is told.</summary>
    private async Task TellAsync(Actor actor, FindingDecision decision, FindingFilter filter, int changed)
    {
        if (changed > 0)
        {
            await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
            events.Add(db, FindingStories.TriagedByFilter(actor, decision, filter, changed));
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}

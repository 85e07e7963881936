using DlpDashboard.Data;
using DlpDashboard.Detection;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>Reads a part of a page: the findings of one severity, newest first.</summary>
internal delegate Task<PageOf<FindingRow>> FindingPart(DlpDbContext db, Guid organisationId, FindingFilter filter, PageCursor? after, int size, CancellationToken cancellationToken);

/// <summary>
/// Pages of findings, the most severe first: one question for each severity, each answered by the index of severity and time, however deep the page lies. The cursor's rank
/// says which severity it stands in; without one (a cursor of another order) the page begins anew.
/// </summary>
internal static class FindingSeverityPages
{
    public static async Task<PageOf<FindingRow>> ReadAsync(
        DlpDbContext db, Guid organisationId, FindingFilter filter, PageCursor? after, int size, FindingPart read, CancellationToken cancellationToken)
    {
        var from = after is { Rank: > 0 } ? after : null;
        var rows = new List<FindingRow>(size);
        foreach (var severity in Of(filter).Where(severity => from is null || RankOf(severity) <= from.Value.Rank))
        {
            var one = filter with { Severities = [severity] };
            if (rows.Count == size)
            {
                if (await FindingQuery.Narrow(db, organisationId, one).AnyAsync(cancellationToken))
                {
                    return new PageOf<FindingRow>(rows, Before(severity));
                }

                continue;
            }

            var part = await read(db, organisationId, one, from is { } cursor && cursor.Rank == RankOf(severity) ? cursor : null, size - rows.Count, cancellationToken);
            rows.AddRange(part.Items);
            if (part.Next is { } next)
            {
                return new PageOf<FindingRow>(rows, next with { Rank = RankOf(severity) });
            }
        }

        return new PageOf<FindingRow>(rows, null);
    }

    private static IEnumerable<Severity> Of(FindingFilter filter) =>
        (filter.Severities is { Count: > 0 } some ? some : Enum.GetValues<Severity>()).Distinct().OrderDescending();

    /// <summary>Above 0, which means no rank.</summary>
    private static byte RankOf(Severity severity) => (byte)(severity + 1);

    /// <summary>A cursor that all findings of the severity come after.</summary>
    private static PageCursor Before(Severity severity) => new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty, RankOf(severity));
}

using System.Globalization;
using System.Runtime.CompilerServices;
using DlpDashboard.Access;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Audit;

/// <summary>
/// Takes rows out under the eyes of the audit trail: an entry before the first one leaves, so that a process that is killed leaves its trace, and one at the end that tells
/// how many left and whether that was all of them.
/// </summary>
public sealed class ExportTrail(IDbContextFactory<DlpDbContext> contexts, AuditTrail trail, TimeProvider time)
{
    /// <summary>Writes the first entry; enumerating the result to its end, or leaving it, writes the second one.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">Did what: one of <see cref="AuditActions"/>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="details">More: filter, format; no found values.</param>
    /// <param name="rows">What is taken out; read once.</param>
    /// <param name="cancellationToken">Gives up before the first row.</param>
    public async Task<IAsyncEnumerable<T>> BeginAsync<T>(
        Actor actor, string action, AuditSubject subject, IReadOnlyDictionary<string, string?> details, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        // The same in both entries.
        var export = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        await WriteAsync(actor, action, subject, new Dictionary<string, string?>(details, StringComparer.Ordinal) { ["export"] = export }, cancellationToken);
        return CountedAsync(actor, action, subject, export, rows, cancellationToken);
    }

    private async IAsyncEnumerable<T> CountedAsync<T>(
        Actor actor, string action, AuditSubject subject, string export, IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long count = 0;
        var isComplete = false;
        try
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                count++;
                yield return row;
            }

            isComplete = true;
        }
        finally
        {
            var end = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["export"] = export,
                ["rows"] = count.ToString(CultureInfo.InvariantCulture),
                ["complete"] = isComplete ? "yes" : "no",
            };

            // Whoever broke off has left; what left with them is written all the same.
            await WriteAsync(actor, action, subject, end, CancellationToken.None);
        }
    }

    private async Task WriteAsync(Actor actor, string action, AuditSubject subject, IReadOnlyDictionary<string, string?> details, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        trail.Add(db, actor, action, subject, details);
        await db.SaveChangesAsync(cancellationToken);
    }
}

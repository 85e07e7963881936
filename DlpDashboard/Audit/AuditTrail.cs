using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;

namespace DlpDashboard.Audit;

/// <summary>Writes the trail: the entry is saved, or not, together with the deed.</summary>
public sealed class AuditTrail(TimeProvider time)
{
    /// <summary>Adds an entry to the caller's context; the caller's SaveChanges or transaction makes it last.</summary>
    /// <param name="db">The context in which the deed is done.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">Did what: one of <see cref="AuditActions"/>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="details">More in words and numbers: never secrets, never found values.</param>
    public void Add(DlpDbContext db, Actor actor, string action, AuditSubject subject, IReadOnlyDictionary<string, string?>? details = null)
    {
        var now = time.GetUtcNow();
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = actor.OrganisationId,
            AtUtc = now.UtcDateTime,
            ActorId = actor.AccountId,
            ActorName = actor.Name,
            Action = action,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id.ToString(),
            SubjectName = Cut(subject.Name, AuditTable.MaxName),
            Details = details is null or { Count: 0 } ? null : Write(details),
        });
    }

    /// <summary>Values are cut until the whole fits its column: half an entry is better than a deed that fails for its size.</summary>
    private static string Write(IReadOnlyDictionary<string, string?> details)
    {
        for (var length = 1000; ; length /= 2)
        {
            var text = JsonSerializer.Serialize(details.ToDictionary(d => d.Key, d => d.Value is null ? null : Cut(d.Value, length), StringComparer.Ordinal), JsonSerializerOptions.Web);
            if (text.Length <= AuditTable.MaxDetails || length == 0)
            {
                return text.Length <= AuditTable.MaxDetails ? text : "{}";
            }
        }
    }

    /// <summary>Never between the two halves of a surrogate pair: the database refuses such text.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

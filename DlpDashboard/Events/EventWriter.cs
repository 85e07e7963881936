using DlpDashboard.Data;
using DlpDashboard.Kernel;

namespace DlpDashboard.Events;

/// <summary>Adds to the story inside the caller's unit of work: what happened and its event are one transaction.</summary>
public sealed class EventWriter(TimeProvider time)
{
    /// <summary>Adds one event to <paramref name="db"/>; the caller saves.</summary>
    public StoryEvent Add(DlpDbContext db, EventDraft draft)
    {
        var now = time.GetUtcNow();
        var added = new StoryEvent
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = draft.OrganisationId,
            AtUtc = now.UtcDateTime,
            Type = draft.Type,
            Severity = draft.Severity,
            Sentence = StorableText.Of(draft.Sentence, StoryEvent.MaxSentence),
            EndpointId = draft.EndpointId,
            SubjectId = draft.SubjectId,
            Link = draft.Link,
            ActorName = draft.ActorName,
        };
        db.Events.Add(added);
        return added;
    }
}

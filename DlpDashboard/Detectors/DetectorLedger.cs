using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors;

/// <summary>How every change of the room is saved: with its entry in the trail and a new stamp, or not at all.</summary>
internal sealed class DetectorLedger(IDatabaseDialect dialect, AuditTrail trail, TimeProvider time)
{
    /// <summary>Now, to the microsecond, as the database keeps it.</summary>
    public DateTime NowUtc()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>A new row's id.</summary>
    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Adds an entry to the trail; it is saved with the rest.</summary>
    public void Tell(DlpDbContext db, Actor actor, string action, AuditSubject subject, IReadOnlyDictionary<string, string?> details) =>
        trail.Add(db, actor, action, subject, details);

    /// <summary>Saves; null where it came in.</summary>
    public async Task<Problem?> SaveAsync(DlpDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var profile = await db.DetectorProfiles.SingleOrDefaultAsync(p => p.OrganisationId == actor.OrganisationId, cancellationToken);
        if (profile is null)
        {
            db.DetectorProfiles.Add(profile = new DetectorProfile { OrganisationId = actor.OrganisationId });
        }

        profile.Stamp = NewId();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return DetectorProblems.ChangedMeanwhile;
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            // Two people made the first change, or the same one, at the same moment.
            return DetectorProblems.ChangedMeanwhile;
        }
    }
}

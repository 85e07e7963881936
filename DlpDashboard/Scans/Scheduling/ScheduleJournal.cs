using DlpDashboard.Data;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Running;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Keeps what came of a schedule's due times, and tells the pages that watch. Only the app itself asks: a due time belongs to nobody.</summary>
internal sealed class ScheduleJournal(IDbContextFactory<DlpDbContext> contexts, ScanProgressFeed feed)
{
    /// <summary>The schedule as it is now, of whatever organisation; null where it is gone.</summary>
    public async Task<ScanSchedule?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScanSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
    }

    /// <summary>Keeps what came of a due time together with the schedule's next one.</summary>
    public async Task KeepAsync(ScheduleFiring firing, DateTime? next, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ScheduleFirings.Add(firing);
        await db.SaveChangesAsync(cancellationToken);
        await db.ScanSchedules.Where(s => s.Id == firing.ScheduleId).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.LastUtc, firing.AtUtc).SetProperty(s => s.LastOutcome, firing.Outcome).SetProperty(s => s.NextUtc, next),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        ScanMeasures.Fired(firing.Outcome);

        // The scan told of itself before this row was there.
        feed.Changed(firing.OrganisationId);
    }
}

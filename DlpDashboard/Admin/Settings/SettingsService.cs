using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Admin.Settings;

/// <summary>Changes the settings; the audit entry names each value that changed.</summary>
internal sealed class SettingsService(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, AuditTrail trail, TimeProvider time)
{
    /// <summary>Saves settings.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="expected">The version they were made from; another one is refused. Null takes any.</param>
    /// <param name="draft">All of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is saved now, or the first rule broken; <see cref="SettingsCheck"/> says all of them.</returns>
    public async Task<Outcome<OrganisationSettings>> SaveAsync(Actor actor, int? expected, SettingsDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsWrite);
        if (SettingsCheck.Problems(draft) is [var problem, ..])
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var saved = await db.OrganisationSettings.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId, cancellationToken);
        var settings = saved ?? new OrganisationSettings { OrganisationId = actor.OrganisationId };
        if (expected is { } version && version != settings.Version)
        {
            return SettingsProblems.ChangedMeanwhile;
        }

        var changes = SettingsChanges.Between(settings, draft);
        if (changes.Count == 0)
        {
            return settings;
        }

        Take(settings, draft, actor);
        if (saved is null)
        {
            db.OrganisationSettings.Add(settings);
        }

        trail.Add(db, actor, AuditActions.SettingsChanged, new AuditSubject("settings", actor.OrganisationId, "Settings"), changes);
        return await SaveAsync(db, cancellationToken) ? settings : SettingsProblems.ChangedMeanwhile;
    }

    private void Take(OrganisationSettings settings, SettingsDraft draft, Actor actor)
    {
        settings.Prices = draft.Prices.ToDictionary(StringComparer.Ordinal);
        (settings.LargestObjectBytes, settings.ScansAtOnce) = (draft.Limits.LargestObjectBytes, draft.Limits.ScansAtOnce);
        settings.Retention = draft.Retention.Tidy();
        settings.Version++;
        (settings.ChangedUtc, settings.ChangedBy) = (time.GetUtcNow().UtcDateTime, actor.Name);
    }

    private async Task<bool> SaveAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            // Two people saved the first settings at the same moment.
            return false;
        }
    }
}

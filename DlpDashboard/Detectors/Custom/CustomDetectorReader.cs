using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors.Custom;

/// <summary>Reads custom detectors with their terms; lists without them are <see cref="Catalogue.DetectorReader"/>'s.</summary>
internal sealed class CustomDetectorReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>One, by its row's id.</summary>
    public async Task<Outcome<CustomDetectorDetails>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.CustomDetectors.AsNoTracking().SingleOrDefaultAsync(d => d.OrganisationId == actor.OrganisationId && d.Id == id, cancellationToken);
        return row is null ? DetectorProblems.NotFound : CustomDetectorDetails.Of(row);
    }

    /// <summary>One, by its id in the catalogue.</summary>
    public async Task<Outcome<CustomDetectorDetails>> FindAsync(Actor actor, string detectorId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.CustomDetectors.AsNoTracking().SingleOrDefaultAsync(d => d.OrganisationId == actor.OrganisationId && d.DetectorId == detectorId, cancellationToken);
        return row is null ? DetectorProblems.NotFound : CustomDetectorDetails.Of(row);
    }

    /// <summary>All of them, for a file.</summary>
    public async Task<IReadOnlyList<CustomDetectorDetails>> AllAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.CustomDetectors.AsNoTracking().Where(d => d.OrganisationId == actor.OrganisationId).OrderBy(d => d.DetectorId).ToListAsync(cancellationToken);
        return [.. rows.Select(CustomDetectorDetails.Of)];
    }
}

using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage;

/// <summary>What people do with sizes: have them measured now.</summary>
internal sealed class StorageService(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IEndpointDirectory endpoints, AuditTrail audit, EndpointLine<StorageMeasure> line)
{
    /// <summary>Puts a measure of every enabled endpoint in line that does not stand there already; how many.</summary>
    public async Task<Outcome<int>> MeasureAllAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageMeasure);
        var asked = 0;
        foreach (var endpoint in (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).Where(endpoint => endpoint.IsEnabled))
        {
            asked += (await MeasureAsync(actor, endpoint.Id, cancellationToken)).Succeeded ? 1 : 0;
        }

        return asked;
    }

    /// <summary>Puts a measure of an endpoint in line; its id.</summary>
    public async Task<Outcome<Guid>> MeasureAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageMeasure);
        if ((await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == endpointId) is not { } endpoint)
        {
            return StorageProblems.EndpointNotFound;
        }

        if (!endpoint.IsEnabled)
        {
            return StorageProblems.EndpointDisabled;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = line.New(actor.OrganisationId, endpointId, StorableText.Of(actor.Name, 100));
        db.StorageMeasures.Add(run);
        audit.Add(db, actor, AuditActions.StorageMeasureAsked, new AuditSubject("endpoint", endpointId, endpoint.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            return StorageProblems.MeasureRuns;
        }

        line.Wake();
        return run.Id;
    }
}

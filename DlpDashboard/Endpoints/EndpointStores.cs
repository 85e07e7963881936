using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Opens the storages of saved endpoints for work in the background. Asks no permission: whoever calls has asked before, and hands over
/// the organisation on whose behalf it works.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="factory">Opens storages.</param>
/// <param name="secrets">Reads the secrets.</param>
public sealed class EndpointStores(IDbContextFactory<DlpDbContext> contexts, ObjectStoreFactory factory, EndpointSecrets secrets)
{
    /// <summary>
    /// Opens an endpoint's storage, confined to its buckets and prefix; the caller disposes it. Fails with <see cref="EndpointProblems.NotFound"/>
    /// (also while it is being deleted), <see cref="EndpointProblems.Disabled"/>, <see cref="EndpointProblems.SecretUnreadable"/>, or the sentence of a
    /// setting that can no longer be used.
    /// </summary>
    public async Task<Outcome<OpenEndpoint>> OpenAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoint = await db.StorageEndpoints.AsNoTracking()
            .SingleOrDefaultAsync(e => e.OrganisationId == organisationId && e.Id == endpointId && e.DeletedUtc == null, cancellationToken);
        if (endpoint is null)
        {
            return EndpointProblems.NotFound;
        }

        if (!endpoint.IsEnabled)
        {
            return EndpointProblems.Disabled;
        }

        var kept = secrets.Unprotect(endpoint);
        return kept.Succeeded ? Open(endpoint, kept.Value) : kept.Problem;
    }

    private Outcome<OpenEndpoint> Open(StorageEndpoint endpoint, IReadOnlyDictionary<string, string> kept)
    {
        try
        {
            var store = factory.Open(EndpointConnections.Of(endpoint, kept));
            return new OpenEndpoint(endpoint.Id, endpoint.Name, endpoint.BucketFilter, endpoint.Prefix, store);
        }
        catch (ObjectStoreException fault)
        {
            // The message is the sentence for people, by contract of that exception.
            return Problem.Conflict("endpoints.unusable", fault.Message);
        }
    }
}

using System.Runtime.CompilerServices;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings.Export;

/// <summary>Reads findings with their samples, page by page, for files.</summary>
internal sealed class FindingExportReader(FindingReader reader, IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, IDetectorDirectory detectors)
{
    private const int PageLength = 500;

    /// <summary>What the detectors of the actor's organisation are called.</summary>
    public async Task<DetectorNames> DetectorNamesAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        return new DetectorNames(await detectors.NamesAsync(actor.OrganisationId, cancellationToken));
    }

    /// <summary>All findings of a filter, newest first; memory does not grow with their number.</summary>
    public async IAsyncEnumerable<ExportedFinding> ReadAsync(Actor actor, FindingFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        var names = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id);
        var called = await DetectorNamesAsync(actor, cancellationToken);
        var page = new List<FindingRow>(PageLength);
        await foreach (var row in reader.ExportAsync(actor, filter, cancellationToken))
        {
            page.Add(row);
            if (page.Count == PageLength)
            {
                foreach (var finding in await WithSamplesAsync(actor, page, names, called, cancellationToken))
                {
                    yield return finding;
                }

                page.Clear();
            }
        }

        foreach (var finding in await WithSamplesAsync(actor, page, names, called, cancellationToken))
        {
            yield return finding;
        }
    }

    private async Task<IReadOnlyList<ExportedFinding>> WithSamplesAsync(
        Actor actor, List<FindingRow> rows, Dictionary<Guid, EndpointName> names, DetectorNames called, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.ConvertAll(row => row.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var samples = await db.Findings.AsNoTracking()
            .Where(f => f.OrganisationId == actor.OrganisationId && ids.Contains(f.Id))
            .Select(f => new { f.Id, f.SamplesJson })
            .ToDictionaryAsync(f => f.Id, f => f.SamplesJson, cancellationToken);
        return rows.ConvertAll(row => new ExportedFinding(row, FindingSamples.Read(samples.GetValueOrDefault(row.Id, "[]")), names.GetValueOrDefault(row.EndpointId), called.Of(row.DetectorId)));
    }
}

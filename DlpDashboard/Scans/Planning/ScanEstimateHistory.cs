using DlpDashboard.Data;
using DlpDashboard.Detectors;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Planning;

/// <summary>What earlier scans tell an estimate: how much there was, how fast it went, what was read already.</summary>
internal sealed class ScanEstimateHistory(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, DetectorLibrary library)
{
    private const int ScansLookedAt = 5;

    // Shorter scans measure the start more than the reading.
    private const int LeastObjects = 20;

    /// <summary>What would look at objects.</summary>
    public async Task<string> DetectorSetAsync(Guid organisationId, ScanPlan plan, CancellationToken cancellationToken) =>
        DetectorSetName.Of(await library.VersionAsync(organisationId, cancellationToken), plan.Detectors);

    /// <summary>The endpoint, or null.</summary>
    public async Task<EndpointName?> EndpointAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(organisationId, cancellationToken)).FirstOrDefault(endpoint => endpoint.Id == endpointId);

    /// <summary>All objects and bytes as the newest complete scan listed them, with its time; null before one.</summary>
    public async Task<(ScanEstimateShare Listed, DateTime AtUtc)?> WholeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId && s.State == ScanState.Completed && s.IsListed && s.EndedUtc != null)
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id)
            .Select(s => new { s.Plan, s.ObjectsListed, s.BytesListed, s.EndedUtc })
            .Take(ScansLookedAt * 4)
            .ToListAsync(cancellationToken);
        return scans.Find(scan => scan.Plan.LeavesNothingOut()) is { } whole ? (new ScanEstimateShare(whole.ObjectsListed, whole.BytesListed), whole.EndedUtc!.Value) : null;
    }

    /// <summary>The pace of the endpoint's last scans, else of the organisation's scans of that provider, else the usual one.</summary>
    public async Task<ScanPace> PaceAsync(Guid organisationId, EndpointName endpoint, CancellationToken cancellationToken)
    {
        if (await MeasuredAsync(organisationId, [endpoint.Id], cancellationToken) is { } own)
        {
            return new ScanPace(own.Objects, own.Bytes, 1.25, $"The time follows from the last {own.Scans} of this endpoint.");
        }

        var alike = (await endpoints.ListAsync(organisationId, cancellationToken)).Where(other => other.Provider == endpoint.Provider).Select(other => other.Id).ToList();
        return await MeasuredAsync(organisationId, alike, cancellationToken) is { } others
            ? new ScanPace(others.Objects, others.Bytes, 2, $"The time follows from the last {others.Scans} of other endpoints of this provider.")
            : ScanPace.Usual(endpoint.Provider);
    }

    /// <summary>Those of the objects that a scan of changed ones would not read again: the rule of <see cref="Running.KnownObjects.IsUnchanged"/>.</summary>
    /// <param name="versions">Ids with the versions as stored.</param>
    /// <param name="now">What would look (<see cref="DetectorSetName"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HashSet<Guid>> UnchangedAsync(IReadOnlyDictionary<Guid, string> versions, string now, CancellationToken cancellationToken)
    {
        var ids = versions.Keys.ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.ScannedObjects.AsNoTracking()
            .Where(o => ids.Contains(o.Id) && (o.State == ObjectState.Scanned || o.State == ObjectState.Unsupported || o.State == ObjectState.Encrypted))
            .Select(o => new { o.Id, o.Version, o.DetectorSet })
            .ToListAsync(cancellationToken);
        return [.. known.Where(row => row.Version == versions[row.Id] && DetectorSetName.Covers(row.DetectorSet, now)).Select(row => row.Id)];
    }

    private async Task<(double Objects, double Bytes, string Scans)?> MeasuredAsync(Guid organisationId, IReadOnlyList<Guid> endpointIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == organisationId && endpointIds.Contains(s.EndpointId) && s.State == ScanState.Completed && s.Attempts == 1 && s.BytesRead > 0 && s.StartedUtc != null && s.EndedUtc != null)
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id)
            .Select(s => new { s.Counts, s.Unchanged, s.BytesRead, s.StartedUtc, s.EndedUtc })
            .Take(ScansLookedAt)
            .ToListAsync(cancellationToken);
        var objects = scans.Sum(scan => scan.Counts.Total() - scan.Unchanged);
        var seconds = scans.Sum(scan => Math.Max(0.001, (scan.EndedUtc!.Value - scan.StartedUtc!.Value).TotalSeconds));
        return objects < LeastObjects ? null : (objects / seconds, scans.Sum(scan => scan.BytesRead) / seconds, scans.Count == 1 ? "scan" : $"{scans.Count} scans");
    }
}

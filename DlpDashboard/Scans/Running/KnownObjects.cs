using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans.Planning;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Running;

/// <summary>What the database knows of listed objects: what this scan wrote already, and what need not be read again.</summary>
internal sealed class KnownObjects(IDbContextFactory<DlpDbContext> contexts, ScanRun run)
{
    /// <summary>Those of the ids that have a row.</summary>
    public async Task<Dictionary<Guid, KnownObject>> AmongAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScannedObjects.AsNoTracking()
            .Where(o => ids.Contains(o.Id))
            .Select(o => new KnownObject(o.Id, o.Version, o.State, o.DetectorSet, o.Findings, o.Detections, o.LastScanId))
            .ToDictionaryAsync(o => o.Id, cancellationToken);
    }

    /// <summary>Whether an earlier run of this scan wrote it.</summary>
    public bool IsWritten(KnownObject known) => known.LastScanId == run.Scan.Id;

    /// <summary>
    /// Whether reading it again would tell the same: the same content, looked at by at least the same detectors, and its reading ended in
    /// a state that follows from the content alone.
    /// </summary>
    public bool IsUnchanged(KnownObject known, StoredObject listed) =>
        run.Scan.Plan.Mode == ScanMode.Changed
        && known.State is ObjectState.Scanned or ObjectState.Unsupported or ObjectState.Encrypted
        && DetectorSetName.Covers(known.DetectorSet, run.DetectorSet)
        && known.Version == StorableText.Of(listed.Version, ScannedObject.VersionLength);
}

/// <summary>An object as its row has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="State">How that ended.</param>
/// <param name="DetectorSet">What looked.</param>
/// <param name="Findings">Detectors that saw something.</param>
/// <param name="Detections">Values they saw.</param>
/// <param name="LastScanId">The scan that met it last.</param>
internal sealed record KnownObject(Guid Id, string Version, ObjectState State, string DetectorSet, int Findings, long Detections, Guid LastScanId);

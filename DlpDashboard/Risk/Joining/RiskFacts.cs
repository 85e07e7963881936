using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Storage.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk.Joining;

/// <summary>What the other rooms know of some buckets, ready to be joined.</summary>
internal sealed class RiskFacts
{
    /// <summary>Checks whose failure says that every network, or every account of the machine, gets as far as the sign-in.</summary>
    private static readonly string[] Broad = ["azure-default-deny", "azure-public-network", "azure-broad-rule", "folder-world-readable", "folder-world-writable"];

    /// <summary>Checks by which somebody accepts that a bucket is open.</summary>
    private static readonly string[] Open = ["s3-public", "azure-public", "gcs-public"];

    private readonly Dictionary<Guid, PostureBucket> _posture;
    private readonly ILookup<Guid, PostureResult> _failed;
    private readonly ILookup<Guid, BucketFindingTotal> _found;
    private readonly Dictionary<Guid, BucketCoverage> _covered;
    private readonly Dictionary<Guid, StorageBucket> _measured;

    private RiskFacts(List<PostureBucket> posture, List<PostureResult> failed, List<BucketFindingTotal> found, List<BucketCoverage> covered, List<StorageBucket> measured)
    {
        _posture = posture.ToDictionary(b => b.Id);
        _failed = failed.ToLookup(r => r.BucketId);
        _found = found.ToLookup(t => t.BucketId);
        _covered = covered.ToDictionary(c => c.BucketId);
        _measured = measured.ToDictionary(b => b.Id);
    }

    /// <summary>Reads them, a statement a table.</summary>
    public static async Task<RiskFacts> ReadAsync(DlpDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        string[] checks = [.. Broad, .. Open];
        return new RiskFacts(
            await db.PostureBuckets.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancellationToken),
            await db.PostureResults.AsNoTracking().Where(r => ids.Contains(r.BucketId) && checks.Contains(r.CheckId) && r.Verdict == CheckVerdict.Fail)
                .Select(r => new PostureResult { BucketId = r.BucketId, CheckId = r.CheckId, IsSuppressed = r.IsSuppressed }).ToListAsync(cancellationToken),
            await db.BucketFindingTotals.AsNoTracking().Where(t => ids.Contains(t.BucketId) && t.Findings > 0).ToListAsync(cancellationToken),
            await db.BucketCoverages.AsNoTracking().Where(c => ids.Contains(c.BucketId)).ToListAsync(cancellationToken),
            await db.StorageBuckets.AsNoTracking().Where(b => ids.Contains(b.Id) && b.VanishedUtc == null && b.Objects >= 0).ToListAsync(cancellationToken));
    }

    /// <summary>Whether anything is known of a bucket; one that is gone has no risk.</summary>
    public bool IsKnown(Guid id) => _posture.TryGetValue(id, out var bucket) ? bucket.VanishedUtc is null : _covered.ContainsKey(id) || _measured.ContainsKey(id) || _found[id].Any(Counts);

    /// <summary>The bucket's name.</summary>
    public string NameOf(Guid id) => _posture.GetValueOrDefault(id)?.Name ?? _covered.GetValueOrDefault(id)?.Bucket ?? _measured.GetValueOrDefault(id)?.Name ?? _found[id].Select(total => total.Bucket).FirstOrDefault() ?? "";

    /// <summary>Where it lies.</summary>
    public string? RegionOf(Guid id) => _posture.GetValueOrDefault(id)?.Region;

    /// <summary>When an object of it was read last.</summary>
    public DateTime? ScannedOf(Guid id) => _covered.GetValueOrDefault(id)?.ScannedUtc;

    /// <summary>The risk by these facts.</summary>
    public JoinedRisk Join(Guid id) => JoinedRisk.Of(
        ExposureOf(id),
        _found[id].Where(Counts).Select(t => new FoundKind(t.DetectorId, t.Category, t.Severity, t.Likelihood, t.Findings, t.Values)),
        CoverOf(id));

    /// <summary>The kinds of a risk as a row keeps them.</summary>
    public static string TypesJson(JoinedRisk joined) =>
        JsonSerializer.Serialize(joined.Sensitivity.Lines.Take(BucketRisk.MaxTypes).Select(line => new FoundType(line.Detector, line.Category, line.Severity, line.Objects, line.Values)), JsonSerializerOptions.Web);

    // What somebody dealt with, or called no finding, is no risk.
    private static bool Counts(BucketFindingTotal total) => total.Status is FindingStatus.Open or FindingStatus.Acknowledged;

    private BucketExposureFacts ExposureOf(Guid id)
    {
        if (_posture.GetValueOrDefault(id) is not { } bucket)
        {
            return BucketExposureFacts.Unread;
        }

        var failed = _failed[id].ToList();
        return new BucketExposureFacts(
            true,
            bucket.IsPublic,
            bucket.AnonymousAccess.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            bucket.CrossAccounts,
            failed.Exists(result => Broad.Contains(result.CheckId)),
            bucket.Provider == "local",
            failed.Exists(result => Open.Contains(result.CheckId) && result.IsSuppressed));
    }

    // Where a bucket was measured, all its objects are known of, also those that scans left out.
    private BucketCover CoverOf(Guid id)
    {
        var cover = _covered.GetValueOrDefault(id) is { } c ? new BucketCover(c.Objects, c.Read, c.Partial, c.IsWhole) : BucketCover.None;
        return _measured.TryGetValue(id, out var measured) ? cover with { Objects = Math.Max(cover.Objects, measured.Objects), IsWhole = true } : cover;
    }
}

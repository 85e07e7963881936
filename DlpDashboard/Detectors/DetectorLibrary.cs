using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Data;
using DlpDashboard.Data.Protection;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors;

/// <summary>
/// What organisations look with, prepared once and shared by all scans until something changes: one small read tells. Acts on behalf of scans and try-outs, which asked for
/// their own permissions.
/// </summary>
public sealed class DetectorLibrary(IDbContextFactory<DlpDbContext> contexts, FoundValueKeyReader keys) : IDetectorDirectory
{
    /// <summary>A prepared list of 100,000 words takes some megabytes.</summary>
    private const int MostPrepared = 32;

    private readonly ConcurrentDictionary<(Guid Organisation, string Wanted), (Guid Stamp, OrganisationDetectors Detectors)> _prepared = new();
    private readonly ConcurrentDictionary<Guid, (Guid Stamp, string Version)> _versions = new();
    private readonly Lazy<DetectorSet> _usual = new(() => DetectorSet.Of(DetectionEngine.Create()));

    /// <summary>What an organisation looks with.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="wanted">Ids of detectors and packs that shall look; none means all that are on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OrganisationDetectors> OpenAsync(Guid organisationId, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = await StampAsync(db, organisationId, cancellationToken);
        if (stamp == Guid.Empty && wanted.Count == 0)
        {
            return new OrganisationDetectors("", _usual.Value);
        }

        var key = (organisationId, string.Join(',', wanted.Order(StringComparer.Ordinal)));
        if (_prepared.TryGetValue(key, out var known) && known.Stamp == stamp)
        {
            return known.Detectors;
        }

        var made = await MakeAsync(db, organisationId, wanted, cancellationToken);
        if (_prepared.Count >= MostPrepared)
        {
            _prepared.Clear();
        }

        _prepared[key] = (stamp, made);
        return made;
    }

    /// <summary>The version of what an organisation looks with, without preparing it.</summary>
    public async Task<string> VersionAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = await StampAsync(db, organisationId, cancellationToken);
        if (stamp == Guid.Empty)
        {
            return "";
        }

        if (_versions.TryGetValue(organisationId, out var known) && known.Stamp == stamp)
        {
            return known.Version;
        }

        var version = await ComputeVersionAsync(db, organisationId, cancellationToken);
        _versions[organisationId] = (stamp, version);
        return version;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CustomDetectors.AsNoTracking()
            .Where(d => d.OrganisationId == organisationId)
            .ToDictionaryAsync(d => d.DetectorId, d => d.Name, StringComparer.Ordinal, cancellationToken);
    }

    private static Task<Guid> StampAsync(DlpDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        db.DetectorProfiles.AsNoTracking().Where(p => p.OrganisationId == organisationId).Select(p => p.Stamp).SingleOrDefaultAsync(cancellationToken);

    private static async Task<string> ComputeVersionAsync(DlpDbContext db, Guid organisationId, CancellationToken cancellationToken)
    {
        var switches = await db.DetectorSwitches.AsNoTracking().Where(s => s.OrganisationId == organisationId).ToListAsync(cancellationToken);
        var customs = await db.CustomDetectors.AsNoTracking().Where(d => d.OrganisationId == organisationId && d.IsOn).Select(d => new { d.DetectorId, d.ContentHash }).ToListAsync(cancellationToken);
        var rules = await db.ExclusionRules.AsNoTracking().Where(r => r.OrganisationId == organisationId && r.IsOn).ToListAsync(cancellationToken);
        List<string> lines =
        [
            .. switches.Where(s => !s.IsOn || s.Floor is not null || s.Severity is not null).Select(s => $"switch {s.DetectorId} {s.IsOn} {s.Floor} {s.Severity}"),
            .. customs.Select(d => $"custom {d.DetectorId} {d.ContentHash}"),
            .. rules.Select(r => $"exclusion {r.Kind} {r.Shown} {Convert.ToHexStringLower(r.ValueHash ?? [])} {string.Join(',', r.Detectors.Order(StringComparer.Ordinal))}"),
        ];
        lines.Sort(StringComparer.Ordinal);
        return lines.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 6));
    }

    private async Task<OrganisationDetectors> MakeAsync(DlpDbContext db, Guid organisationId, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        var version = await ComputeVersionAsync(db, organisationId, cancellationToken);
        var switches = await db.DetectorSwitches.AsNoTracking().Where(s => s.OrganisationId == organisationId).ToListAsync(cancellationToken);
        var customs = await db.CustomDetectors.AsNoTracking().Where(d => d.OrganisationId == organisationId && d.IsOn).OrderBy(d => d.DetectorId).ToListAsync(cancellationToken);
        var rules = await db.ExclusionRules.AsNoTracking().Where(r => r.OrganisationId == organisationId && r.IsOn).ToListAsync(cancellationToken);
        var choice = new DetectorChoice
        {
            Wanted = wanted,
            Rulings = [.. switches.Select(s => new DetectorRuling(s.DetectorId, s.IsOn, s.Floor, s.Severity))],
            Rules = [.. customs.Select(CustomDefinition.RuleOf)],
            Exclusions = [.. rules.Select(r => new Exclusion { Kind = r.Kind, Pattern = r.ValueHash is null ? r.Shown : "", Hash = r.ValueHash, Detectors = r.Detectors })],
            HashKey = await keys.ReadAsync(organisationId, cancellationToken),
        };
        return new OrganisationDetectors(version, DetectorSet.Create(choice));
    }
}

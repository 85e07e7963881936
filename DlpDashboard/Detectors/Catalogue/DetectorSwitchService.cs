using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Detection;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>What people decide about detectors.</summary>
internal sealed class DetectorSwitchService(IDbContextFactory<DlpDbContext> contexts, DetectorLedger ledger)
{
    private const string Action = "detector.switched";

    /// <summary>Decides about one built-in detector.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that it was decided on; another one is refused. Null takes any.</param>
    /// <param name="draft">What.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Done>> SetAsync(Actor actor, string id, int? expected, DetectorSwitchDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        if (DetectorCatalogue.Find(id) is not { } detector)
        {
            return DetectorProblems.NotFound;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await db.DetectorSwitches.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.DetectorId == id, cancellationToken);
        if ((expected ?? chosen?.Version ?? 0) != (chosen?.Version ?? 0))
        {
            return DetectorProblems.ChangedMeanwhile;
        }

        if (!Set(db, actor, detector, chosen, draft))
        {
            return Done.It;
        }

        return await ledger.SaveAsync(db, actor, cancellationToken) is { } problem ? problem : Done.It;
    }

    /// <summary>Switches many detectors, custom ones too; ids that are gone are passed over.</summary>
    /// <returns>How many were switched.</returns>
    public async Task<Outcome<int>> SwitchAsync(Actor actor, IReadOnlyCollection<string> ids, bool isOn, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await db.DetectorSwitches.Where(s => s.OrganisationId == actor.OrganisationId).ToDictionaryAsync(s => s.DetectorId, StringComparer.Ordinal, cancellationToken);
        var changed = DetectorCatalogue.All.Where(detector => ids.Contains(detector.Id)).Count(detector =>
        {
            var known = chosen.GetValueOrDefault(detector.Id);
            return Set(db, actor, detector, known, new DetectorSwitchDraft(isOn, known?.Floor, known?.Severity));
        });
        var customs = await db.CustomDetectors.Where(d => d.OrganisationId == actor.OrganisationId && ids.Contains(d.DetectorId) && d.IsOn != isOn).ToListAsync(cancellationToken);
        foreach (var custom in customs)
        {
            custom.IsOn = isOn;
            custom.Version++;
            (custom.ChangedUtc, custom.ChangedBy) = (ledger.NowUtc(), actor.Name);
            Tell(db, actor, custom.Id, custom.Name, new Dictionary<string, string?>(StringComparer.Ordinal) { ["id"] = custom.DetectorId, ["on"] = YesNo(isOn) });
        }

        changed += customs.Count;
        return changed > 0 && await ledger.SaveAsync(db, actor, cancellationToken) is { } problem ? problem : changed;
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private bool Set(DlpDbContext db, Actor actor, Detector detector, DetectorSwitch? chosen, DetectorSwitchDraft draft)
    {
        var (isOn, floor, severity) = (chosen?.IsOn ?? true, chosen?.Floor, chosen?.Severity);
        var wanted = (draft.IsOn, draft.Floor == Likelihood.Possible ? null : draft.Floor, draft.Severity == detector.DefaultSeverity ? null : draft.Severity);
        if ((isOn, floor, severity) == wanted)
        {
            return false;
        }

        if (chosen is null)
        {
            db.DetectorSwitches.Add(chosen = new DetectorSwitch { OrganisationId = actor.OrganisationId, DetectorId = detector.Id });
        }

        (chosen.IsOn, chosen.Floor, chosen.Severity) = wanted;
        chosen.Version++;
        (chosen.ChangedUtc, chosen.ChangedBy) = (ledger.NowUtc(), actor.Name);
        Tell(db, actor, actor.OrganisationId, detector.Name, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["id"] = detector.Id,
            ["on"] = YesNo(chosen.IsOn),
            ["floor"] = chosen.Floor?.ToName() ?? "as usual",
            ["severity"] = chosen.Severity?.ToString() ?? "as it comes",
        });
        return true;
    }

    private void Tell(DlpDbContext db, Actor actor, Guid id, string name, Dictionary<string, string?> details) =>
        ledger.Tell(db, actor, Action, new AuditSubject("detector", id, name), details);
}

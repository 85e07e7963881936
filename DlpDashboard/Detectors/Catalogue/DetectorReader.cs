using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>Reads the catalogue as one organisation has it: at most some hundred detectors, so all of them at once.</summary>
public sealed class DetectorReader(IDbContextFactory<DlpDbContext> contexts, FindingReader findings)
{
    /// <summary>The detectors that pass a filter, by name, custom ones first.</summary>
    public async Task<IReadOnlyList<DetectorRow>> ListAsync(Actor actor, DetectorFilter filter, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        var fired = await FiredAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var switches = await SwitchesAsync(db, actor, cancellationToken);
        var customs = await CustomsAsync(db.CustomDetectors.Where(d => d.OrganisationId == actor.OrganisationId), cancellationToken);
        return
        [
            .. customs.Select(row => RowOf(row, fired)).Concat(DetectorCatalogue.All.Select(detector => RowOf(detector, switches.GetValueOrDefault(detector.Id), fired)))
                .Where(filter.Matches)
                .OrderByDescending(row => row.IsCustom).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>One detector.</summary>
    public async Task<Outcome<DetectorDetails>> GetAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        var fired = await FiredAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (DetectorCatalogue.Find(id) is { } detector)
        {
            var chosen = await db.DetectorSwitches.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.DetectorId == id, cancellationToken);
            return new DetectorDetails(
                RowOf(detector, chosen, fired), detector.Source, detector.TrueSamples, detector.FalseSamples, detector.DefaultSeverity, chosen?.Version ?? 0, chosen?.ChangedUtc, chosen?.ChangedBy);
        }

        if (!CustomRule.IsId(id))
        {
            return DetectorProblems.NotFound;
        }

        var customs = await CustomsAsync(db.CustomDetectors.Where(d => d.OrganisationId == actor.OrganisationId && d.DetectorId == id), cancellationToken);
        return customs is [var row]
            ? new DetectorDetails(RowOf(row, fired), "", [], [], RowOf(row, fired).Severity, row.Version, row.ChangedUtc, row.ChangedBy)
            : DetectorProblems.NotFound;
    }

    /// <summary>The packs.</summary>
    public async Task<IReadOnlyList<PackRow>> PacksAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var switches = await SwitchesAsync(db, actor, cancellationToken);
        return [.. DetectorPack.All.Select(pack => new PackRow(
            pack.Id, pack.Name, pack.Help, [.. pack.Detectors.Select(detector => detector.Id)], pack.Detectors.Count(detector => switches.GetValueOrDefault(detector.Id)?.IsOn != false)))];
    }

    private static async Task<Dictionary<string, DetectorSwitch>> SwitchesAsync(DlpDbContext db, Actor actor, CancellationToken cancellationToken) =>
        await db.DetectorSwitches.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId).ToDictionaryAsync(s => s.DetectorId, StringComparer.Ordinal, cancellationToken);

    /// <summary>Without the terms, which may be megabytes.</summary>
    private static Task<List<CustomDetector>> CustomsAsync(IQueryable<CustomDetector> customs, CancellationToken cancellationToken) =>
        customs.AsNoTracking()
            .Select(d => new CustomDetector
            {
                Id = d.Id,
                DetectorId = d.DetectorId,
                Name = d.Name,
                Kind = d.Kind,
                Definition = d.Definition,
                TermCount = d.TermCount,
                IsOn = d.IsOn,
                Version = d.Version,
                ChangedUtc = d.ChangedUtc,
                ChangedBy = d.ChangedBy,
            })
            .ToListAsync(cancellationToken);

    /// <summary>One question to the roll-up; its rows are as many as there are detectors, endpoints and states.</summary>
    private async Task<Dictionary<string, DetectorTally>?> FiredAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Permissions.FindingsRead))
        {
            return null;
        }

        var totals = await findings.TotalsAsync(actor, cancellationToken);
        return totals.Cells.GroupBy(cell => cell.DetectorId, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new DetectorTally(
                group.Sum(cell => cell.Findings),
                group.Sum(cell => cell.Values),
                group.Where(cell => cell.Status == FindingStatus.FalsePositive).Sum(cell => cell.Findings),
                group.Where(cell => cell.Status is FindingStatus.Acknowledged or FindingStatus.Resolved).Sum(cell => cell.Findings)),
            StringComparer.Ordinal);
    }

    private static DetectorTally? TallyOf(string id, Dictionary<string, DetectorTally>? fired) =>
        fired is null ? null : fired.GetValueOrDefault(id) ?? new DetectorTally(0, 0, 0, 0);

    private static DetectorRow RowOf(Detector detector, DetectorSwitch? chosen, Dictionary<string, DetectorTally>? fired) => new(
        detector.Id,
        detector.Name,
        detector.Category,
        detector.Region,
        detector.Validation,
        detector.LikelihoodWithoutContext,
        chosen?.Severity ?? detector.DefaultSeverity,
        chosen?.Floor ?? Likelihood.Possible,
        chosen?.IsOn ?? true,
        IsCustom: false,
        CustomId: null,
        [.. DetectorPack.Of(detector).Select(pack => pack.Id)],
        detector.ContextWords,
        TallyOf(detector.Id, fired));

    private static DetectorRow RowOf(CustomDetector row, Dictionary<string, DetectorTally>? fired)
    {
        var rule = CustomDefinition.RuleOf(row, []);
        return new DetectorRow(
            row.DetectorId,
            row.Name,
            rule.Category,
            "world",
            row.Kind == CustomKind.Pattern ? "Regular expression" : $"List of {row.TermCount:N0} words and phrases",
            rule.RequiredWords.Count > 0 ? Likelihood.VeryUnlikely : rule.Likelihood,
            rule.Severity,
            Likelihood.VeryUnlikely,
            row.IsOn,
            IsCustom: true,
            row.Id,
            [],
            rule.RequiredWords,
            TallyOf(row.DetectorId, fired));
    }
}

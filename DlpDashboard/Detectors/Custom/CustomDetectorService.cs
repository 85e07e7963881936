using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Detectors.Custom;

/// <summary>What people do with custom detectors.</summary>
internal sealed class CustomDetectorService(IDbContextFactory<DlpDbContext> contexts, DetectorLedger ledger, PatternTrial trial, IOptions<DetectorOptions> options)
{
    /// <summary>Everything that is wrong with a draft, each with its field; what takes time is tried only where the rest is right.</summary>
    public IReadOnlyList<Problem> Problems(Actor actor, CustomRule draft)
    {
        actor.Demand(Permissions.DetectorsManage);
        var faults = CustomRuleCheck.FaultsOf(draft);
        return faults.Count > 0 ? [.. faults.Select(fault => DetectorProblems.Invalid(fault.Field, fault.Sentence))]
            : trial.WhyTooSlow(draft) is { } slow ? [DetectorProblems.Invalid("pattern", slow)]
            : [];
    }

    /// <summary>Adds one; its id follows from its name.</summary>
    public async Task<Outcome<CustomDetectorDetails>> AddAsync(Actor actor, CustomRule draft, bool isOn, CancellationToken cancellationToken)
    {
        var added = await AddManyAsync(actor, [(draft, isOn)], cancellationToken);
        return added.Succeeded ? added.Value[0] : added.Problem;
    }

    /// <summary>Adds several, all or none: an import.</summary>
    public async Task<Outcome<IReadOnlyList<CustomDetectorDetails>>> AddManyAsync(Actor actor, IReadOnlyList<(CustomRule Rule, bool IsOn)> drafts, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);

        // Before each is timed: a file may hold very many.
        if (drafts.Count > options.Value.MaxCustom)
        {
            return DetectorProblems.TooMany(options.Value.MaxCustom);
        }

        foreach (var (rule, _) in drafts)
        {
            if (Problems(actor, rule) is [var problem, ..])
            {
                return drafts.Count == 1 ? problem : problem with { Sentence = $"\"{StorableText.Of(rule.Name, 60)}\": {problem.Sentence}" };
            }
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.CustomDetectors.AsNoTracking().Where(d => d.OrganisationId == actor.OrganisationId).Select(d => new { d.DetectorId, d.TermCount }).ToListAsync(cancellationToken);
        if (taken.Count + drafts.Count > options.Value.MaxCustom)
        {
            return DetectorProblems.TooMany(options.Value.MaxCustom);
        }

        if (taken.Sum(d => (long)d.TermCount) + drafts.Sum(draft => (long)draft.Rule.Terms.Count) > options.Value.MaxTerms)
        {
            return DetectorProblems.TooManyTerms(options.Value.MaxTerms);
        }

        var ids = taken.Select(d => d.DetectorId).ToHashSet(StringComparer.Ordinal);
        List<CustomDetector> rows = [.. drafts.Select(draft => RowOf(actor, draft.Rule, draft.IsOn, CustomIds.New(draft.Rule.Name, ids)))];
        db.CustomDetectors.AddRange(rows);
        rows.ForEach(row => Tell(db, actor, "detector.added", row));
        return await ledger.SaveAsync(db, actor, cancellationToken) is { } conflict ? conflict : Outcome<IReadOnlyList<CustomDetectorDetails>>.Of([.. rows.Select(CustomDetectorDetails.Of)]);
    }

    /// <summary>Changes one; a version other than expected is refused, null takes any. Its id stays.</summary>
    public async Task<Outcome<CustomDetectorDetails>> EditAsync(Actor actor, Guid id, int? expected, CustomRule draft, bool isOn, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindAsync(db, actor, id, cancellationToken);
        if (row is null || (expected ?? row.Version) != row.Version)
        {
            return row is null ? DetectorProblems.NotFound : DetectorProblems.ChangedMeanwhile;
        }

        if (Problems(actor, draft) is [var problem, ..])
        {
            return problem;
        }

        var others = await db.CustomDetectors.Where(d => d.OrganisationId == actor.OrganisationId && d.Id != id).SumAsync(d => (long)d.TermCount, cancellationToken);
        if (others + draft.Terms.Count > options.Value.MaxTerms)
        {
            return DetectorProblems.TooManyTerms(options.Value.MaxTerms);
        }

        var before = (row.Name, row.ContentHash, row.IsOn);
        CustomDefinition.Write(row, draft);
        row.IsOn = isOn;
        if (before == (row.Name, row.ContentHash, row.IsOn))
        {
            return CustomDetectorDetails.Of(row);
        }

        row.Version++;
        (row.ChangedUtc, row.ChangedBy) = (ledger.NowUtc(), actor.Name);
        Tell(db, actor, "detector.changed", row);
        return await ledger.SaveAsync(db, actor, cancellationToken) is { } conflict ? conflict : CustomDetectorDetails.Of(row);
    }

    /// <summary>Deletes one. Its findings stay until a scan finds them gone.</summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, int? expected, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindAsync(db, actor, id, cancellationToken);
        if (row is null || (expected ?? row.Version) != row.Version)
        {
            return row is null ? DetectorProblems.NotFound : DetectorProblems.ChangedMeanwhile;
        }

        db.CustomDetectors.Remove(row);
        Tell(db, actor, "detector.deleted", row);
        return await ledger.SaveAsync(db, actor, cancellationToken) is { } conflict ? conflict : Done.It;
    }

    private static Task<CustomDetector?> FindAsync(DlpDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.CustomDetectors.SingleOrDefaultAsync(d => d.OrganisationId == actor.OrganisationId && d.Id == id, cancellationToken);

    private CustomDetector RowOf(Actor actor, CustomRule rule, bool isOn, string detectorId)
    {
        var now = ledger.NowUtc();
        var row = new CustomDetector { Id = ledger.NewId(), OrganisationId = actor.OrganisationId, DetectorId = detectorId, IsOn = isOn, CreatedUtc = now, ChangedUtc = now, ChangedBy = actor.Name };
        CustomDefinition.Write(row, rule);
        return row;
    }

    private void Tell(DlpDbContext db, Actor actor, string action, CustomDetector row) =>
        ledger.Tell(db, actor, action, new AuditSubject("detector", row.Id, row.Name), new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["id"] = row.DetectorId,
            ["kind"] = row.Kind == CustomKind.Pattern ? "regular expression" : $"list of {row.TermCount:N0}",
            ["on"] = row.IsOn ? "yes" : "no",
        });
}

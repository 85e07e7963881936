using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Protection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Detectors.Exclusions;

/// <summary>What people do with exclusion rules. An exact value leaves this class only as its hash and masked.</summary>
internal sealed class ExclusionService(
    IDbContextFactory<DlpDbContext> contexts, DetectorLedger ledger, DetectorLibrary library, FoundValueKeyReader keys, IOptions<DetectorOptions> options)
{
    /// <summary>Everything that is wrong with a draft.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(Actor actor, Guid? id, ExclusionDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        var customs = await library.NamesAsync(actor.OrganisationId, cancellationToken);
        return ExclusionCheck.Problems(draft, id is not null, customs.ContainsKey);
    }

    /// <summary>Adds a rule.</summary>
    public async Task<Outcome<ExclusionRow>> AddAsync(Actor actor, ExclusionDraft draft, CancellationToken cancellationToken)
    {
        if (await ProblemsAsync(actor, id: null, draft, cancellationToken) is [var problem, ..])
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ExclusionRules.CountAsync(r => r.OrganisationId == actor.OrganisationId, cancellationToken) >= options.Value.MaxExclusions)
        {
            return DetectorProblems.TooManyRules(options.Value.MaxExclusions);
        }

        var rule = new ExclusionRule { Id = ledger.NewId(), OrganisationId = actor.OrganisationId, CreatedUtc = ledger.NowUtc() };
        await TakeAsync(rule, draft, actor, cancellationToken);
        db.ExclusionRules.Add(rule);
        return await SaveAsync(db, actor, rule, "exclusion.added", cancellationToken);
    }

    /// <summary>Changes a rule; a version other than expected is refused, null takes any.</summary>
    public async Task<Outcome<ExclusionRow>> EditAsync(Actor actor, Guid id, int? expected, ExclusionDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await FindAsync(db, actor, id, cancellationToken);
        if (rule is null || (expected ?? rule.Version) != rule.Version)
        {
            return rule is null ? DetectorProblems.RuleNotFound : DetectorProblems.ChangedMeanwhile;
        }

        var customs = await library.NamesAsync(actor.OrganisationId, cancellationToken);
        if (ExclusionCheck.Problems(draft, rule is { Kind: ExclusionKind.Value, ValueHash: not null }, customs.ContainsKey) is [var problem, ..])
        {
            return problem;
        }

        await TakeAsync(rule, draft, actor, cancellationToken);
        rule.Version++;
        return await SaveAsync(db, actor, rule, "exclusion.changed", cancellationToken);
    }

    /// <summary>Deletes a rule; what it left out is reported again by the next scan.</summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, int? expected, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rule = await FindAsync(db, actor, id, cancellationToken);
        if (rule is null || (expected ?? rule.Version) != rule.Version)
        {
            return rule is null ? DetectorProblems.RuleNotFound : DetectorProblems.ChangedMeanwhile;
        }

        db.ExclusionRules.Remove(rule);
        var saved = await SaveAsync(db, actor, rule, "exclusion.deleted", cancellationToken);
        return saved.Succeeded ? Done.It : saved.Problem;
    }

    private static Task<ExclusionRule?> FindAsync(DlpDbContext db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        db.ExclusionRules.SingleOrDefaultAsync(r => r.OrganisationId == actor.OrganisationId && r.Id == id, cancellationToken);

    /// <summary>What may be seen of a value: the first and last two characters of a long one, else nothing.</summary>
    private static string Masked(string value) => value.Length < 10 ? "********" : $"{value[..2]}********{value[^2..]}";

    private async Task TakeAsync(ExclusionRule rule, ExclusionDraft draft, Actor actor, CancellationToken cancellationToken)
    {
        rule.Kind = draft.Kind;
        if (draft.Kind != ExclusionKind.Value)
        {
            (rule.Shown, rule.ValueHash) = (draft.Text!.Trim(), null);
        }
        else if (draft.Text is { } text)
        {
            var key = await keys.ReadAsync(actor.OrganisationId, cancellationToken);
            (rule.Shown, rule.ValueHash) = (StorableText.Of(Masked(text.Trim()), 40), ExcludedValue.HashOf(text, key.Span));
        }

        rule.Reason = draft.Reason.Trim();
        rule.Detectors = [.. draft.Detectors.Distinct(StringComparer.Ordinal)];
        rule.IsOn = draft.IsOn;
        (rule.ChangedUtc, rule.ChangedBy) = (ledger.NowUtc(), actor.Name);
    }

    private async Task<Outcome<ExclusionRow>> SaveAsync(DlpDbContext db, Actor actor, ExclusionRule rule, string action, CancellationToken cancellationToken)
    {
        ledger.Tell(db, actor, action, new AuditSubject("exclusion", rule.Id, rule.Reason), new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["kind"] = rule.Kind.ToString(),
            ["detectors"] = rule.Detectors.Count == 0 ? "all" : string.Join(", ", rule.Detectors),
            ["pattern"] = rule.ValueHash is null ? rule.Shown : null,
            ["on"] = rule.IsOn ? "yes" : "no",
        });
        return await ledger.SaveAsync(db, actor, cancellationToken) is { } conflict ? conflict : ExclusionRow.Of(rule);
    }
}

using DlpDashboard.Access;
using DlpDashboard.Kernel;

namespace DlpDashboard.Posture.Compliance;

/// <summary>Turns the counts of checks into what they say of frameworks' controls.</summary>
/// <param name="posture">Counts, as they are kept.</param>
/// <param name="endpoints">Which endpoints there are.</param>
/// <param name="time">The clock.</param>
public sealed class ComplianceReader(PostureReader posture, IEndpointDirectory endpoints, TimeProvider time)
{
    /// <summary>All frameworks, over all endpoints or one.</summary>
    public async Task<Outcome<ComplianceReport>> ReadAsync(Actor actor, Guid? endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        if (endpointId is { } id && (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).All(endpoint => endpoint.Id != id))
        {
            return PostureProblems.EndpointNotFound;
        }

        var checks = await posture.CountChecksAsync(actor, endpointId, cancellationToken);
        var counts = (await posture.CountAsync(actor, cancellationToken)).Where(count => endpointId is null || count.EndpointId == endpointId).ToList();
        return new ComplianceReport(time.GetUtcNow().UtcDateTime, endpointId, counts.Sum(count => count.Buckets), counts.Max(count => count.ReadUtc), Frameworks(checks));
    }

    private static List<FrameworkResult> Frameworks(IReadOnlyList<CheckCountRow> checks) =>
    [
        .. checks.SelectMany(check => check.Check.Controls.Select(control => (Control: FrameworkControl.Of(control), Check: check)))
            .GroupBy(pair => pair.Control.Framework, StringComparer.Ordinal)
            .OrderBy(framework => framework.Key, StringComparer.Ordinal)
            .Select(framework => new FrameworkResult(framework.First().Control.Id, framework.Key, Controls(framework))),
    ];

    private static List<ControlResult> Controls(IEnumerable<(FrameworkControl Control, CheckCountRow Check)> pairs) =>
    [
        .. pairs.GroupBy(pair => pair.Control.Number, StringComparer.Ordinal)
            .OrderBy(control => control.First().Control.SortKey, StringComparer.Ordinal)
            .Select(control => ControlResult.Of(control.Key, [.. control.Select(pair => pair.Check).Distinct()])),
    ];
}

using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Overview;

/// <summary>From an empty house to one that keeps watch by itself: what was done and what comes next, told by the data and not by clicks.</summary>
internal sealed class FirstStepsReader(IDbContextFactory<DlpDbContext> contexts, PreferenceService preferences)
{
    /// <summary>The steps in their order; none where all are done, the person put them away, or may not do them.</summary>
    public async Task<IReadOnlyList<FirstStep>> ReadAsync(Actor actor, OverviewSnapshot snapshot, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.OverviewRead);
        if (!actor.May(Permissions.EndpointsManage) || !actor.May(Permissions.ScansStart) || await preferences.AreFirstStepsHiddenAsync(actor, cancellationToken))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hasSchedule = await db.ScanSchedules.AnyAsync(schedule => schedule.OrganisationId == actor.OrganisationId, cancellationToken);
        var steps = Steps(snapshot, hasSchedule);
        return steps.All(step => step.IsDone) ? [] : steps;
    }

    private static FirstStep[] Steps(OverviewSnapshot snapshot, bool hasSchedule)
    {
        var cards = snapshot.Endpoints.Select(endpoint => endpoint.Card).ToList();
        var scanned = snapshot.Endpoints.Any(endpoint => endpoint.LastScan is not null);
        var untested = cards.Find(card => card.State is EndpointState.Untested or EndpointState.Failing) ?? cards.FirstOrDefault();
        var unscanned = snapshot.Endpoints.FirstOrDefault(endpoint => endpoint.LastScan is null)?.Card;
        var decided = snapshot.Findings.Cells.Any(cell => cell.Status != FindingStatus.Open && cell.Findings > 0) || (scanned && snapshot.Findings.UnresolvedCount == 0);
        return
        [
            new("Connect a storage", "A folder, an S3 bucket, an Azure container or a Google bucket.", "Add an endpoint", Links.NewEndpoint, cards.Count > 0),
            new("Test the connection", "Each step is tried, and what fails comes with what to mend.", "Open the endpoint", untested is null ? null : Links.Endpoint(untested.Id), cards.Any(card => card.State == EndpointState.Connected)),
            new("Scan it", "The estimate shows objects, time and cost before you start.", "Start a scan", unscanned is null ? null : Links.StartScan(unscanned.Id), scanned),
            new("Decide on a finding", "Acknowledge it, resolve it, or call it a false positive.", "Open the findings", scanned ? Links.UnresolvedBy() : null, decided),
            new("Let it run by itself", "A schedule scans what changed, as often as you like.", "Make a schedule", cards.Count > 0 ? Links.NewSchedule : null, hasSchedule),
        ];
    }
}

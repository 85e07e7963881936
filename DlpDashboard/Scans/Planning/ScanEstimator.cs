using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans.Running;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// Tells before a scan what it would meet, take and cost, by listing the store for real within bounds (<see cref="ScanEstimateOptions"/>).
/// Reads no object and writes nothing.
/// </summary>
internal sealed class ScanEstimator(
    OpenStore open, ScanEstimateHistory history, ScanEstimateGate gate, IOptions<ScanEstimateOptions> options, SettingsDirectory settings, TimeProvider time)
{
    private const int ObjectsBetweenLooks = 64;
    private static readonly TimeSpan ToldEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Estimates a scan of an endpoint.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="endpointId">What would be scanned.</param>
    /// <param name="plan">How.</param>
    /// <param name="onCount">Told from any thread, a few times a second, how much was listed so far; or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Fails as starting a scan does, where too many are asked for, and with the provider's sentence where it fails.</returns>
    public async Task<Outcome<ScanEstimate>> EstimateAsync(
        Actor actor, Guid endpointId, ScanPlan plan, Action<ScanEstimateShare>? onCount, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        var endpoint = await history.EndpointAsync(actor.OrganisationId, endpointId, cancellationToken);
        if (endpoint is not { IsEnabled: true })
        {
            return endpoint is null ? ScanProblems.EndpointNotFound : ScanProblems.EndpointDisabled;
        }

        var tidy = ScanPlanCheck.Tidy(plan);
        if (!tidy.Succeeded)
        {
            return tidy.Problem;
        }

        var turn = await gate.EnterAsync(actor.OrganisationId, cancellationToken);
        if (!turn.Succeeded)
        {
            return turn.Problem;
        }

        using (turn.Value)
        {
            var held = await settings.OfAsync(actor.OrganisationId, cancellationToken);
            var bound = tidy.Value.Within(held.Limits);
            var prices = settings.PricesOf(held, endpoint.Provider);

            // Listing a folder never waits, and whoever asks may be a circuit.
            return await Task.Run(() => MakeAsync(actor.OrganisationId, endpoint, bound, prices, onCount, cancellationToken), cancellationToken);
        }
    }

    private async Task<Outcome<ScanEstimate>> MakeAsync(Guid organisationId, EndpointName endpoint, ScanPlan plan, PriceList prices, Action<ScanEstimateShare>? onCount, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await open(organisationId, endpoint.Id, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Problem;
            }

            await using var store = opened.Value;
            var tally = new ScanEstimateTally(plan, prices);
            var listing = new ScanEstimateListing(store.Store, endpoint.Id, plan, tally, plan.Mode == ScanMode.Changed ? new UnchangedObjects(history, await history.DetectorSetAsync(organisationId, plan, cancellationToken)) : null);
            var began = time.GetTimestamp();
            await ListAsync(listing, Told(tally, onCount), cancellationToken);
            var listed = time.GetElapsedTime(began);
            var pace = await history.PaceAsync(organisationId, endpoint, cancellationToken);
            var whole = listing.IsListed ? null : await history.WholeAsync(organisationId, endpoint.Id, cancellationToken);
            return new ScanEstimateParts(plan, tally, listing, listed, pace, whole).Estimate();
        }
        catch (ObjectStoreException fault)
        {
            // The message is the sentence for people, by contract of that exception.
            return new Problem(ProblemKind.Unavailable, "scans.estimate-store", fault.Message);
        }
    }

    private async Task ListAsync(ScanEstimateListing listing, Action onSeen, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.MaxTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await listing.RunAsync(options.Value.MaxObjects, onSeen, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await listing.DecideAsync(cancellationToken);
        }
    }

    private Action Told(ScanEstimateTally tally, Action<ScanEstimateShare>? onCount)
    {
        var (seen, told) = (0, time.GetTimestamp());
        return () =>
        {
            if (onCount is not null && ++seen % ObjectsBetweenLooks == 0 && time.GetElapsedTime(told) >= ToldEvery)
            {
                told = time.GetTimestamp();
                onCount(new ScanEstimateShare(tally.Listed.Objects, tally.Listed.Bytes));
            }
        };
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Web.Limits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Tests connections, saved or not yet, step by step. Limited a minute and organisation; bound in time by <see cref="ConnectionProbe"/>. The result of a test
/// of saved settings is kept with them.
/// </summary>
/// <param name="contexts">The database.</param>
/// <param name="check">The rules, also of using kept secrets.</param>
/// <param name="probe">Does the steps.</param>
/// <param name="trail">Tells what happened.</param>
/// <param name="options">Limits.</param>
/// <param name="time">The clock.</param>
public sealed class ConnectionTestRunner(
    IDbContextFactory<DlpDbContext> contexts,
    EndpointDraftCheck check,
    ConnectionProbe probe,
    EndpointTrail trail,
    IOptions<EndpointOptions> options,
    TimeProvider time)
{
    private const string Unnamed = "unnamed";
    private readonly RequestBudget _budget = new(options.Value.TestsPerMinute, time);

    /// <summary>
    /// Prepares a test: of the saved endpoint <paramref name="id"/> as it is, of that endpoint as a draft would change it, or of a new endpoint.
    /// A kept secret is used only where the draft changes nothing that it belongs to.
    /// </summary>
    public async Task<Outcome<ConnectionTest>> PrepareAsync(Actor actor, Guid? id, EndpointDraft? draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsManage);
        var saved = id is { } known ? await FindAsync(actor, known, cancellationToken) : null;
        if (id is not null && saved is null)
        {
            return EndpointProblems.NotFound;
        }

        var wanted = check.Check(Named(draft ?? DraftOf(saved!)), saved);
        if (!wanted.Succeeded)
        {
            return wanted.Problem;
        }

        if (!_budget.Take(actor.OrganisationId.ToString("N")).Granted)
        {
            return EndpointProblems.TooManyTests;
        }

        var isSaved = saved is not null && wanted.Value.AreSecretsKept && wanted.Value.Target.IsThatOf(saved);
        return new ConnectionTest(actor, wanted.Value, saved?.Id ?? Guid.Empty, isSaved ? saved!.Version : null);
    }

    /// <summary>Runs a test: all steps each time one of them changes. Leaving the loop or cancelling ends it, and nothing is kept.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ConnectionTestStep>> RunAsync(ConnectionTest test, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // At most the four steps of a test, so a writer never waits.
        var seen = Channel.CreateUnbounded<ProbeStep>();
        var probing = ProbeAsync(test.Wanted.Connection, seen.Writer, stop.Token);
        var known = new List<ProbeStep>();
        try
        {
            yield return ConnectionTestSteps.With(known);
            await foreach (var step in seen.Reader.ReadAllAsync(cancellationToken))
            {
                known.Add(step);
                if (known.Count < ConnectionProbe.StepNames.Count)
                {
                    yield return ConnectionTestSteps.With(known);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await probing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await probing;

        // Kept before the last word is given, so that whoever sees the test over finds it kept.
        var steps = ConnectionTestSteps.With(known);
        await KeepAsync(test, steps, cancellationToken);
        yield return steps;
    }

    private async Task ProbeAsync(StoreConnection connection, ChannelWriter<ProbeStep> seen, CancellationToken cancellationToken)
    {
        try
        {
            await probe.TestAsync(connection, step => seen.TryWrite(step), cancellationToken);
        }
        finally
        {
            seen.Complete();
        }
    }

    private async Task KeepAsync(ConnectionTest test, IReadOnlyList<ConnectionTestStep> steps, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var failed = steps.FirstOrDefault(step => step.State == ConnectionTestState.Failed);
        trail.ConnectionTested(db, test.Actor, test.EndpointId, test.Wanted.Name, test.Wanted.Target.Address, failed is null);
        var endpoint = test.SavedVersion is null ? null : await db.StorageEndpoints.SingleOrDefaultAsync(
            e => e.OrganisationId == test.Actor.OrganisationId && e.Id == test.EndpointId && e.Version == test.SavedVersion && e.DeletedUtc == null, cancellationToken);
        if (endpoint is not null)
        {
            if (failed is not null && endpoint.TestPassed != false)
            {
                trail.Failing(db, test.Actor, endpoint, failed.Sentence ?? "");
            }

            endpoint.RecordTest(time.GetUtcNow().UtcDateTime, steps);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the endpoint this very moment: the result no longer speaks of it.
        }
    }

    private async Task<StorageEndpoint?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StorageEndpoints.AsNoTracking()
            .SingleOrDefaultAsync(e => e.OrganisationId == actor.OrganisationId && e.Id == id && e.DeletedUtc == null, cancellationToken);
    }

    private static EndpointDraft DraftOf(StorageEndpoint endpoint) => new()
    {
        Name = endpoint.Name,
        Provider = endpoint.Provider,
        Settings = endpoint.Settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal),
        BucketFilter = endpoint.BucketFilter,
        Prefix = endpoint.Prefix,
    };

    // A name is not needed to see whether a connection works.
    private static EndpointDraft Named(EndpointDraft draft) => !string.IsNullOrWhiteSpace(draft.Name) ? draft : new EndpointDraft
    {
        Name = Unnamed,
        Provider = draft.Provider,
        Settings = draft.Settings,
        BucketFilter = draft.BucketFilter,
        Prefix = draft.Prefix,
    };
}

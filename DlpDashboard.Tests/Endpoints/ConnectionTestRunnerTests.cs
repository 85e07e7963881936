using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Endpoints;

[Collection(RadosGatewayTests.Name)]
public sealed class ConnectionTestRunnerTests(EndpointWorld world, RadosGateway gateway) : IClassFixture<EndpointWorld>
{
    [Fact]
    public async Task A_folder_is_reached_listed_and_read_and_the_result_is_kept()
    {
        var actor = await world.NewActorAsync();
        var folder = world.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "customers"));
        await File.WriteAllTextAsync(Path.Combine(folder, "customers", "a.txt"), "hello");
        var id = (await world.AddAsync(actor, world.FolderDraft("Tested", folder))).Row.Id;

        var history = await RunAsync(actor, id, null);

        Assert.Equal("Running Pending Pending Pending", States(history[0]));
        Assert.Equal("Ok Skipped Ok Ok", States(history[^1]));
        Assert.True(history.Count > 2);
        var kept = (await world.Reader.GetAsync(actor, id, default)).Value!;
        Assert.Equal((EndpointState.Connected, 1), (kept.Row.StateOf(), kept.Row.Version));
        Assert.Equal(history[^1].Select(step => step.Sentence), kept.TestSteps.Select(step => step.Sentence));
    }

    [Fact]
    public async Task A_wrong_key_is_said_in_a_sentence_kept_and_told_once()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, Draft("Wrong", "not-the-secret"))).Row.Id;

        var steps = (await RunAsync(actor, id, null))[^1];
        await RunAsync(actor, id, null);

        Assert.Equal("Ok Failed Skipped Skipped", States(steps));
        Assert.Contains("key", steps[1].Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(EndpointState.Failing, (await world.Reader.GetAsync(actor, id, default)).Value!.Row.StateOf());
        await using var db = world.Database.NewContext();
        Assert.Equal(1, await db.Set<StoryEvent>().CountAsync(e => e.OrganisationId == actor.OrganisationId && e.Type == EventTypes.EndpointFailing));
    }

    [Fact]
    public async Task Values_that_are_not_saved_are_tested_with_the_kept_secret_and_not_kept()
    {
        var actor = await world.NewActorAsync();
        var bucket = await gateway.NewBucketAsync();
        var draft = Draft("Unsaved", "DLPSECRET");
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        draft.Settings.Remove("secretAccessKey");
        draft.BucketFilter = bucket;

        var steps = (await RunAsync(actor, id, draft))[^1];

        Assert.Equal("Ok Ok Ok Skipped", States(steps));
        Assert.Null((await world.Reader.GetAsync(actor, id, default)).Value!.Row.TestPassed);
    }

    [Fact]
    public async Task A_new_connection_is_tested_before_it_has_a_name()
    {
        var draft = Draft(null, "not-the-secret");

        Assert.Equal("Ok Failed Skipped Skipped", States((await RunAsync(await world.NewActorAsync(), null, draft))[^1]));
    }

    [Fact]
    public async Task A_cancelled_test_ends_at_once_and_keeps_nothing()
    {
        var actor = await world.NewActorAsync();
        using var silent = new SilentServer();
        var draft = Draft("Silent", "a-secret");
        draft.Settings["serviceUrl"] = silent.Url;
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        var prepared = await world.Tests.PrepareAsync(actor, id, null, default);
        using var stop = new CancellationTokenSource();

        var running = Task.Run(async () =>
        {
            await foreach (var _ in world.Tests.RunAsync(prepared.Value!, stop.Token))
            {
                // The first word comes before anything is asked.
            }
        });
        await silent.Asked;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Null((await world.Reader.GetAsync(actor, id, default)).Value!.Row.TestedUtc);
    }

    [Fact]
    public async Task An_organisation_may_not_knock_at_doors_without_end()
    {
        var actor = await world.NewActorAsync();
        var draft = Draft("Doors", "a-secret");
        for (var n = 0; n < 5; n++)
        {
            Assert.True((await world.Tests.PrepareAsync(actor, null, draft, default)).Succeeded);
        }

        Assert.Equal(EndpointProblems.TooManyTests, (await world.Tests.PrepareAsync(actor, null, draft, default)).Problem);
        Assert.True((await world.Tests.PrepareAsync(await world.NewActorAsync(), null, draft, default)).Succeeded);
    }

    private EndpointDraft Draft(string? name, string secret)
    {
        var connection = gateway.Connection(secret: secret);
        var draft = new EndpointDraft { Name = name, Provider = connection.Provider };
        foreach (var (field, value) in connection.Settings)
        {
            draft.Settings[field] = value;
        }

        return draft;
    }

    private async Task<List<IReadOnlyList<ConnectionTestStep>>> RunAsync(DlpDashboard.Access.Actor actor, Guid? id, EndpointDraft? draft)
    {
        var prepared = await world.Tests.PrepareAsync(actor, id, draft, default);
        Assert.True(prepared.Succeeded, prepared.Problem?.Sentence);
        var history = new List<IReadOnlyList<ConnectionTestStep>>();
        await foreach (var steps in world.Tests.RunAsync(prepared.Value, default))
        {
            history.Add(steps);
        }

        return history;
    }

    private static string States(IReadOnlyList<ConnectionTestStep> steps) => string.Join(' ', steps.Select(step => step.State));
}

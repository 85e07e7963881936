using DlpDashboard.Access;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointServiceTests(EndpointWorld world) : IClassFixture<EndpointWorld>
{
    [Fact]
    public async Task An_added_endpoint_is_listed_with_where_it_leads()
    {
        var actor = await world.NewActorAsync();
        var folder = world.NewFolder();

        var added = await world.AddAsync(actor, world.FolderDraft("  Shared folder ", folder));

        var row = Assert.Single((await world.Reader.ListAsync(actor, EndpointFilter.None, null, 10, default)).Items);
        Assert.Equal(added.Row, row);
        Assert.Equal(("Shared folder", "local", folder, true, false, EndpointState.Untested, 1), (row.Name, row.Provider, row.Address, row.IsEnabled, row.HasSecret, row.StateOf(), row.Version));
        Assert.Equal("Shared folder", Assert.Single(await world.Get<IEndpointDirectory>().ListAsync(actor.OrganisationId, default)).Name);
        Assert.Equal("Shared folder", Assert.Single(await world.Reader.CardsAsync(actor, default)).Name);
    }

    [Fact]
    public async Task Another_organisation_finds_nothing_and_changes_nothing()
    {
        var owner = await world.NewActorAsync();
        var stranger = await world.NewActorAsync();
        var draft = world.FolderDraft("Ours");
        var id = (await world.AddAsync(owner, draft)).Row.Id;

        Assert.Equal(EndpointProblems.NotFound, (await world.Reader.GetAsync(stranger, id, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Service.EditAsync(stranger, id, null, draft, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Service.EnableAsync(stranger, id, false, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Service.DeleteAsync(stranger, id, null, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Get<EndpointDependents>().CountAsync(stranger, id, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Tests.PrepareAsync(stranger, id, null, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Stores.OpenAsync(stranger.OrganisationId, id, default)).Problem);
        Assert.Empty((await world.Reader.ListAsync(stranger, EndpointFilter.None, null, 10, default)).Items);
        Assert.Empty(await world.Get<IEndpointDirectory>().ListAsync(stranger.OrganisationId, default));
        Assert.True((await world.Reader.GetAsync(owner, id, default)).Value!.Row.IsEnabled);
    }

    [Fact]
    public async Task Looking_and_managing_are_two_permissions()
    {
        var owner = await world.NewActorAsync();
        var id = (await world.AddAsync(owner, world.FolderDraft("Walls"))).Row.Id;
        var reader = owner with { Permissions = new HashSet<string> { Permissions.EndpointsRead } };
        var nobody = owner with { Permissions = new HashSet<string> { Permissions.ScansStart } };

        Assert.True((await world.Reader.GetAsync(reader, id, default)).Succeeded);
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Reader.GetAsync(nobody, id, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Reader.ListAsync(nobody, EndpointFilter.None, null, 10, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Service.AddAsync(reader, world.FolderDraft("No"), default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Service.EditAsync(reader, id, null, world.FolderDraft("No"), default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Service.EnableAsync(reader, id, false, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Service.DeleteAsync(reader, id, null, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => world.Tests.PrepareAsync(reader, id, null, default));
    }

    [Theory]
    [InlineData("Backups", "backups")]
    [InlineData("Backups", "ＢＡＣＫＵＰＳ")]
    [InlineData("Straße", "STRASSE ", false)]
    public async Task A_name_is_taken_whatever_its_case_or_width(string first, string second, bool isTaken = true)
    {
        var actor = await world.NewActorAsync();
        await world.AddAsync(actor, world.FolderDraft(first));

        var again = await world.Service.AddAsync(actor, world.FolderDraft(second), default);

        Assert.Equal(isTaken ? EndpointProblems.DuplicateName : null, again.Problem);
    }

    [Fact]
    public async Task The_same_target_is_refused_and_a_narrower_one_is_not()
    {
        var actor = await world.NewActorAsync();
        await world.AddAsync(actor, EndpointWorld.BucketDraft("One", "a-secret", "b, a"));

        var same = await world.Service.AddAsync(actor, EndpointWorld.BucketDraft("Two", "other-secret", "a,b"), default);
        var draft = EndpointWorld.BucketDraft("Three", "a-secret", "a,b");
        draft.Prefix = "2026/";
        var narrower = await world.Service.AddAsync(actor, draft, default);
        var elsewhere = await world.Service.AddAsync(await world.NewActorAsync(), EndpointWorld.BucketDraft("One", "a-secret", "b, a"), default);

        Assert.Equal(EndpointProblems.DuplicateTarget, same.Problem);
        Assert.True(narrower.Succeeded, narrower.Problem?.Sentence);
        Assert.True(elsewhere.Succeeded, elsewhere.Problem?.Sentence);
    }

    [Fact]
    public async Task Of_many_adds_of_one_name_at_once_exactly_one_wins()
    {
        var actor = await world.NewActorAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.Service.AddAsync(actor, world.FolderDraft("Race"), default))));

        Assert.Single(added, outcome => outcome.Succeeded);
        Assert.All(added.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(EndpointProblems.DuplicateName, outcome.Problem));
        Assert.Single((await world.Reader.ListAsync(actor, EndpointFilter.None, null, 10, default)).Items);
    }

    [Fact]
    public async Task Who_edits_an_older_state_is_told_who_was_faster()
    {
        var actor = await world.NewActorAsync();
        var draft = world.FolderDraft("Before");
        var before = await world.AddAsync(actor, draft);
        draft.Name = "Renamed";
        var other = actor with { Name = "Somebody else" };

        var first = await world.Service.EditAsync(other, before.Row.Id, before.Row.Version, draft, default);
        draft.Name = "Mine";
        var second = await world.Service.EditAsync(actor, before.Row.Id, before.Row.Version, draft, default);

        Assert.Equal(2, first.Value!.Row.Version);
        Assert.Equal((ProblemKind.Conflict, EndpointProblems.EditConflictCode), (second.Problem!.Kind, second.Problem.Code));
        Assert.Contains("Somebody else", second.Problem.Sentence, StringComparison.Ordinal);
        Assert.Equal("Renamed", (await world.Reader.GetAsync(actor, before.Row.Id, default)).Value!.Row.Name);
    }

    [Fact]
    public async Task Of_many_edits_of_one_state_at_once_exactly_one_wins()
    {
        var actor = await world.NewActorAsync();
        var folder = world.NewFolder();
        var before = await world.AddAsync(actor, world.FolderDraft("At once", folder));

        var edits = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Task.Run(() =>
            world.Service.EditAsync(actor, before.Row.Id, before.Row.Version, world.FolderDraft($"At once {n}", folder), default))));

        Assert.Single(edits, outcome => outcome.Succeeded);
        Assert.All(edits.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(EndpointProblems.EditConflictCode, outcome.Problem!.Code));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_new_version()
    {
        var actor = await world.NewActorAsync();
        var draft = EndpointWorld.BucketDraft("Same", "a-secret");
        var before = await world.AddAsync(actor, draft);
        draft.Settings.Remove("secretAccessKey");

        var after = await world.Service.EditAsync(actor, before.Row.Id, 1, draft, default);

        Assert.Equal(1, after.Value!.Row.Version);
    }

    [Fact]
    public async Task A_disabled_endpoint_is_not_opened_until_it_is_enabled_again()
    {
        var actor = await world.NewActorAsync();
        var folder = world.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "customers"));
        var id = (await world.AddAsync(actor, world.FolderDraft("Switch", folder))).Row.Id;

        await world.Service.EnableAsync(actor, id, false, default);
        Assert.Equal(EndpointProblems.Disabled, (await world.Stores.OpenAsync(actor.OrganisationId, id, default)).Problem);

        await world.Service.EnableAsync(actor, id, true, default);
        await using var open = (await world.Stores.OpenAsync(actor.OrganisationId, id, default)).Value!;
        Assert.Equal("Switch", open.Name);
    }

    [Fact]
    public async Task The_provider_of_an_endpoint_stays()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Stay"))).Row.Id;

        var edited = await world.Service.EditAsync(actor, id, null, EndpointWorld.BucketDraft("Stay", "a-secret"), default);

        Assert.Equal(EndpointProblems.ProviderFixed, edited.Problem);
    }

    [Fact]
    public async Task An_organisation_has_no_more_endpoints_than_it_may()
    {
        var actor = await world.NewActorAsync();
        for (var n = 0; n < 6; n++)
        {
            await world.AddAsync(actor, world.FolderDraft($"Endpoint {n}"));
        }

        Assert.Equal(EndpointProblems.TooMany, (await world.Service.AddAsync(actor, world.FolderDraft("One more"), default)).Problem);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_and_filters_narrow()
    {
        var actor = await world.NewActorAsync();
        for (var n = 0; n < 5; n++)
        {
            await world.AddAsync(actor, world.FolderDraft($"Paged {n}"));
        }

        var bucket = await world.AddAsync(actor, EndpointWorld.BucketDraft("Ünique", "a-secret"));
        await world.Service.EnableAsync(actor, bucket.Row.Id, false, default);
        var seen = new List<string>();
        PageCursor? after = null;
        do
        {
            var page = await world.Reader.ListAsync(actor, EndpointFilter.None, after, 2, default);
            seen.AddRange(page.Items.Select(row => row.Name));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["Ünique", "Paged 4", "Paged 3", "Paged 2", "Paged 1", "Paged 0"], seen);
        Assert.Equal("Ünique", Assert.Single((await world.Reader.ListAsync(actor, new EndpointFilter("üNI"), null, 10, default)).Items).Name);
        Assert.Equal("Ünique", Assert.Single((await world.Reader.ListAsync(actor, new EndpointFilter(Providers: ["aws"]), null, 10, default)).Items).Name);
        Assert.Equal("Ünique", Assert.Single((await world.Reader.ListAsync(actor, new EndpointFilter(States: [EndpointState.Disabled]), null, 10, default)).Items).Name);
        Assert.Equal(5, (await world.Reader.ListAsync(actor, new EndpointFilter(States: [EndpointState.Untested, EndpointState.Failing]), null, 10, default)).Items.Count);
    }
}

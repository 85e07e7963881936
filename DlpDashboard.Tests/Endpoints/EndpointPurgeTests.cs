using DlpDashboard.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointPurgeTests(EndpointWorld world) : IClassFixture<EndpointWorld>
{
    [Fact]
    public async Task What_hangs_on_an_endpoint_is_told_and_goes_with_it()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, EndpointWorld.BucketDraft("Goes", "a-secret"))).Row.Id;
        world.Dependent.Give(id, 12);

        var counts = await world.Get<EndpointDependents>().CountAsync(actor, id, default);
        var deleted = await world.Service.DeleteAsync(actor, id, 1, default);
        await world.Purge.PurgeAsync(default);

        Assert.Equal([("things", 12)], counts.Value!.Select(count => (count.Noun, count.Count)));
        Assert.True(deleted.Succeeded);
        Assert.Equal(0, world.Dependent.RowsOf(id));
        Assert.False(await ExistsAsync(id));
    }

    [Fact]
    public async Task A_deleted_endpoint_is_out_of_sight_at_once_and_its_secret_is_gone()
    {
        var actor = await world.NewActorAsync();
        var draft = EndpointWorld.BucketDraft("Sight", "a-secret");
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        world.Dependent.Fail(id, int.MaxValue);

        await world.Service.DeleteAsync(actor, id, null, default);
        await world.Purge.PurgeAsync(default);

        Assert.Equal(EndpointProblems.NotFound, (await world.Reader.GetAsync(actor, id, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Stores.OpenAsync(actor.OrganisationId, id, default)).Problem);
        Assert.Equal(EndpointProblems.NotFound, (await world.Service.DeleteAsync(actor, id, null, default)).Problem);
        await using var db = world.Database.NewContext();
        Assert.Null(await db.Set<StorageEndpoint>().Where(e => e.Id == id).Select(e => e.ProtectedSecrets).SingleAsync());
        Assert.NotEqual(id, (await world.AddAsync(actor, draft)).Row.Id);
        world.Dependent.Fail(id, 0);
    }

    [Fact]
    public async Task What_could_not_be_cleared_away_is_cleared_away_the_next_time()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Stubborn"))).Row.Id;
        world.Dependent.Give(id, 3);
        world.Dependent.Fail(id, 1);
        await world.Service.DeleteAsync(actor, id, null, default);

        await world.Purge.PurgeAsync(default);
        Assert.True(await ExistsAsync(id));

        await world.Purge.PurgeAsync(default);
        Assert.False(await ExistsAsync(id));
        Assert.Equal(0, world.Dependent.RowsOf(id));
    }

    [Fact]
    public async Task Living_endpoints_are_left_alone()
    {
        var actor = await world.NewActorAsync();
        var id = (await world.AddAsync(actor, world.FolderDraft("Alive"))).Row.Id;
        world.Dependent.Give(id, 1);

        await world.Purge.PurgeAsync(default);

        Assert.Equal(1, world.Dependent.RowsOf(id));
        Assert.True(await ExistsAsync(id));
    }

    private async Task<bool> ExistsAsync(Guid id)
    {
        await using var db = world.Database.NewContext();
        return await db.Set<StorageEndpoint>().AnyAsync(e => e.Id == id);
    }
}

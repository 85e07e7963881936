using System.Text.Json;
using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DlpDashboard.Tests.Endpoints;

public sealed class EndpointSecretTests(EndpointWorld world) : IClassFixture<EndpointWorld>
{
    [Fact]
    public async Task A_secret_is_in_no_answer_log_event_audit_line_or_column()
    {
        var actor = await world.NewActorAsync();
        var secret = "planted" + Guid.CreateVersion7().ToString("N");
        var draft = EndpointWorld.BucketDraft("Planted", secret);
        var added = await world.AddAsync(actor, draft);
        draft.Settings["secretAccessKey"] = secret + "2";
        draft.Settings["externalId"] = secret + "3";
        var edited = await world.Service.EditAsync(actor, added.Row.Id, null, draft, default);
        var refused = await world.Service.AddAsync(actor, EndpointWorld.BucketDraft("Planted again", secret), default);
        var test = await world.Tests.PrepareAsync(actor, added.Row.Id, null, default);

        var seen = JsonSerializer.Serialize(new object?[]
        {
            EndpointAnswer.Of(added), EndpointAnswer.Of(edited.Value!), refused.Problem, test.Value, await world.Reader.ListAsync(actor, EndpointFilter.None, null, 10, default), await world.Reader.CardsAsync(actor, default),
        });
        Assert.True(edited.Value!.Row.HasSecret);
        Assert.Equal(["externalId", "secretAccessKey"], edited.Value.SecretNames);
        Assert.DoesNotContain(secret, seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, string.Join('\n', world.Logs.Lines), StringComparison.OrdinalIgnoreCase);
        var dump = await DumpAsync();
        Assert.Contains("Planted", dump, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret))[..20], dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_and_the_audit_trail_name_what_was_done()
    {
        var actor = await world.NewActorAsync();
        var draft = EndpointWorld.BucketDraft("Told", "a-secret");
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        draft.Settings["secretAccessKey"] = "new-secret";
        await world.Service.EditAsync(actor, id, null, draft, default);
        await world.Service.EnableAsync(actor, id, false, default);
        await world.Service.DeleteAsync(actor, id, null, default);

        await using var db = world.Database.NewContext();
        var story = await db.Set<StoryEvent>().Where(e => e.OrganisationId == actor.OrganisationId).OrderBy(e => e.Id).Select(e => e.Type).ToListAsync();
        Assert.Equal([EventTypes.EndpointAdded, EventTypes.EndpointChanged, EventTypes.EndpointChanged, EventTypes.EndpointDeleted], story);
        var trail = await db.Set<DlpDashboard.Audit.AuditEntry>().Where(e => e.OrganisationId == actor.OrganisationId).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(["endpoint.added", "endpoint.changed", "endpoint.switched", "endpoint.deleted"], trail.Select(e => e.Action));
        Assert.Contains("secretAccessKey", trail[1].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ciphertext_moved_to_another_row_cannot_be_read()
    {
        var actor = await world.NewActorAsync();
        var victim = (await world.AddAsync(actor, EndpointWorld.BucketDraft("Victim", "a-secret"))).Row.Id;
        var other = (await world.AddAsync(actor, EndpointWorld.BucketDraft("Other", "b-secret", "others"))).Row.Id;
        await using var db = world.Database.NewContext();
        var stolen = await db.Set<StorageEndpoint>().Where(e => e.Id == victim).Select(e => e.ProtectedSecrets).SingleAsync();
        await db.Set<StorageEndpoint>().Where(e => e.Id == other).ExecuteUpdateAsync(set => set.SetProperty(e => e.ProtectedSecrets, stolen));

        Assert.Equal(EndpointProblems.SecretUnreadable, (await world.Stores.OpenAsync(actor.OrganisationId, other, default)).Problem);
        await using var open = (await world.Stores.OpenAsync(actor.OrganisationId, victim, default)).Value!;
        Assert.Equal("Victim", open.Name);
    }

    [Theory]
    [InlineData("serviceUrl", "https://attacker.example.test")]
    [InlineData("accessKeyId", "OTHERKEY")]
    [InlineData("roleArn", "arn:aws:iam::111122223333:role/other")]
    public async Task A_kept_secret_is_never_used_with_another_server_key_or_role(string field, string value)
    {
        var actor = await world.NewActorAsync();
        var draft = EndpointWorld.BucketDraft("Bound", "a-secret");
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        draft.Settings.Remove("secretAccessKey");
        draft.Settings[field] = value;

        var saved = await world.Service.EditAsync(actor, id, null, draft, default);
        var tested = await world.Tests.PrepareAsync(actor, id, draft, default);

        Assert.Equal(("endpoints.secret-required-again", "secretAccessKey"), (saved.Problem?.Code, saved.Problem?.Field));
        Assert.Equal(("endpoints.secret-required-again", "secretAccessKey"), (tested.Problem?.Code, tested.Problem?.Field));
        draft.Settings["secretAccessKey"] = "entered-again";
        Assert.True((await world.Service.EditAsync(actor, id, null, draft, default)).Succeeded);
    }

    [Fact]
    public async Task A_left_out_secret_stays_through_a_new_name_and_region_and_an_empty_one_is_forgotten()
    {
        var actor = await world.NewActorAsync();
        var draft = EndpointWorld.BucketDraft("Keep", "a-secret");
        draft.Settings["externalId"] = "a-word";
        var id = (await world.AddAsync(actor, draft)).Row.Id;
        draft.Settings.Remove("secretAccessKey");
        draft.Settings.Remove("externalId");
        (draft.Name, draft.Settings["region"]) = ("Kept", "eu-west-1");

        var kept = await world.Service.EditAsync(actor, id, null, draft, default);
        draft.Settings["externalId"] = "";
        var forgotten = await world.Service.EditAsync(actor, id, null, draft, default);
        draft.Settings["secretAccessKey"] = "";
        var refused = await world.Service.EditAsync(actor, id, null, draft, default);

        Assert.Equal(["externalId", "secretAccessKey"], kept.Value!.SecretNames);
        Assert.Equal(["secretAccessKey"], forgotten.Value!.SecretNames);
        Assert.Equal("secretAccessKey", refused.Problem?.Field);
        await using var open = (await world.Stores.OpenAsync(actor.OrganisationId, id, default)).Value!;
        Assert.Equal("Kept", open.Name);
    }

    /// <summary>Every row of every table as text.</summary>
    private async Task<string> DumpAsync()
    {
        await using var connection = new NpgsqlConnection(world.Database.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var dump = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"SELECT string_agg(t::text, chr(10)) FROM {table} t", connection);
            dump.AppendLine(await rows.ExecuteScalarAsync() as string);
        }

        return dump.ToString();
    }
}

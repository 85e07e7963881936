using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Posture;

/// <summary>The app with folders to connect; its organisation's administrator as an actor, and other people.</summary>
public sealed class PostureWorld : AppFixture
{
    /// <summary>Below it folders may be connected.</summary>
    public string Root => Directory.CreateDirectory(Path.Combine(Folder, "storage")).FullName;

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Root), new("Posture:LookForWork", "00:00:00.200")];

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Somebody of a new organisation, who may do everything or what is named.</summary>
    internal async Task<Actor> NewActorAsync(params string[] permissions)
    {
        var organisation = await this.AddOrganisationAsync($"O{Guid.CreateVersion7():N}");
        return new Actor(organisation, Guid.CreateVersion7(), "Somebody", permissions.DefaultIfEmpty(Permissions.Everything).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The administrator.</summary>
    internal async Task<Actor> AdminAsync()
    {
        await using var db = NewContext();
        var account = await db.Users.SingleAsync(user => user.Email == AdminEmail);
        return new Actor(account.OrganisationId, account.Id, "Administrator", new HashSet<string>(StringComparer.Ordinal) { Permissions.Everything });
    }

    /// <summary>An endpoint of the administrator's organisation over folders of these names; read once.</summary>
    internal async Task<(Guid Id, string Folder)> NewFoldersAsync(params string[] names)
    {
        using var client = await this.AsAdminAsync();
        var root = Directory.CreateDirectory(Path.Combine(Root, Guid.CreateVersion7().ToString("N"))).FullName;
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(root, name));
        }

        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = root[^12..], provider = "local", settings = new { root } });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await RefreshAsync(id);
        return (id, root);
    }

    /// <summary>Reads an endpoint and waits for the end.</summary>
    internal async Task RefreshAsync(Guid endpoint)
    {
        var run = (await Get<PostureService>().RefreshAsync(await AdminAsync(), endpoint, default)).Value;
        await Until.TrueAsync(async () =>
        {
            await using var db = NewContext();
            return await db.PostureRefreshes.AnyAsync(r => r.EndpointId == endpoint && r.Id == run && r.State == LeaseState.Completed);
        });
    }

    /// <summary>Buckets as a refresh would leave them, each with what its checks say.</summary>
    internal async Task<Guid> PlantAsync(Actor actor, string provider, params (string Name, bool IsPublic, (string Check, CheckVerdict Verdict)[] Results)[] buckets)
    {
        var endpoint = Guid.CreateVersion7();
        await using var db = NewContext();
        foreach (var (name, isPublic, results) in buckets)
        {
            var id = Guid.CreateVersion7();
            var rows = results.Select(result => new PostureResult
            {
                BucketId = id, CheckId = result.Check, OrganisationId = actor.OrganisationId, EndpointId = endpoint, Severity = CheckCatalogue.Find(result.Check)!.Severity, Verdict = result.Verdict, Sentence = "So it is.", SinceUtc = DateTime.UnixEpoch,
            }).ToList();
            var bucket = new PostureBucket { Id = id, OrganisationId = actor.OrganisationId, EndpointId = endpoint, Provider = provider, Name = name, IsPublic = isPublic, FirstSeenUtc = DateTime.UnixEpoch, ReadUtc = DateTime.UnixEpoch };
            PostureMerge.Count(bucket, rows);
            db.AddRange(rows);
            db.Add(bucket);
        }

        await db.SaveChangesAsync();
        var dialect = Get<DlpDashboard.Data.Dialects.IDatabaseDialect>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await PostureTallyCount.CountAsync(db, dialect, actor.OrganisationId, endpoint, provider, default);
        await transaction.CommitAsync();
        return endpoint;
    }
}

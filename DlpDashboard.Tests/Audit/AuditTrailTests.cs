using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Audit;

public sealed class AuditTrailTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly Actor _actor = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Somebody", new HashSet<string> { Permissions.AuditRead });

    private static AuditTrail Trail { get; } = new(TimeProvider.System);

    private AuditReader Reader => new(database.Contexts);

    [Fact]
    public async Task An_entry_lasts_only_with_its_deed()
    {
        await using (var db = database.NewContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            Trail.Add(db, _actor, AuditActions.EndpointAdded, Subject("lost"));
            await db.SaveChangesAsync();
        }

        await AddAsync(AuditActions.EndpointAdded, "kept");
        Assert.Equal(["kept"], (await PageAsync(new AuditFilter())).Items.Select(row => row.Subject.Name));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var i = 0; i < 7; i++)
        {
            await AddAsync(AuditActions.ScanStarted, $"scan {i}");
        }

        var seen = new List<string>();
        PageCursor? after = null;
        do
        {
            var page = await Reader.PageAsync(_actor, new AuditFilter(), after, 3, CancellationToken.None);
            seen.AddRange(page.Items.Select(row => row.Subject.Name));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"scan {i}"), seen);
    }

    [Fact]
    public async Task Filters_narrow_by_actor_action_and_time()
    {
        await AddAsync(AuditActions.ScanStarted, "one");
        await AddAsync(AuditActions.ScanDeleted, "two");
        var middle = (await PageAsync(new AuditFilter())).Items[0].AtUtc;
        Assert.Equal(["two"], (await PageAsync(new AuditFilter(Action: AuditActions.ScanDeleted))).Items.Select(row => row.Subject.Name));
        Assert.Empty((await PageAsync(new AuditFilter(ActorId: Guid.CreateVersion7()))).Items);
        Assert.Equal(["two"], (await PageAsync(new AuditFilter(FromUtc: middle))).Items.Select(row => row.Subject.Name));
        Assert.Equal(["one"], (await PageAsync(new AuditFilter(ToUtc: middle))).Items.Select(row => row.Subject.Name));
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        await AddAsync(AuditActions.ScanStarted, "ours");
        var stranger = _actor with { OrganisationId = Guid.CreateVersion7() };
        Assert.Empty((await Reader.PageAsync(stranger, new AuditFilter(), null, 10, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Reading_needs_the_permission() =>
        await Assert.ThrowsAsync<PermissionDeniedException>(() => Reader.PageAsync(_actor with { Permissions = new HashSet<string>() }, new AuditFilter(), null, 10, CancellationToken.None));

    [Fact]
    public async Task Endless_names_and_details_are_cut_and_stay_readable()
    {
        await using (var db = database.NewContext())
        {
            var details = Enumerable.Range(0, 20).ToDictionary(i => $"key{i}", string? (_) => string.Concat(Enumerable.Repeat("\U0001F98A\"", 3000)));
            Trail.Add(db, _actor, AuditActions.EndpointChanged, Subject(string.Concat(Enumerable.Repeat("\U0001F98A", 300))), details);
            await db.SaveChangesAsync();
        }

        var row = Assert.Single((await PageAsync(new AuditFilter())).Items);
        Assert.InRange(row.Subject.Name.Length, 198, 200);
        Assert.Equal(JsonValueKind.Object, row.Details!.Value.ValueKind);
    }

    private static AuditSubject Subject(string name) => new("endpoint", Guid.CreateVersion7(), name);

    private Task<PageOf<AuditRow>> PageAsync(AuditFilter filter) => Reader.PageAsync(_actor, filter, null, 50, CancellationToken.None);

    private async Task AddAsync(string action, string name)
    {
        await using var db = database.NewContext();
        Trail.Add(db, _actor, action, Subject(name));
        await db.SaveChangesAsync();
    }
}

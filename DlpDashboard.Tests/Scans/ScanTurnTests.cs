using DlpDashboard.Scans;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanTurnTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private int _asked;

    [Fact]
    public async Task Higher_priority_goes_first_and_among_equals_who_asked_first()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var organisation = await OrganisationAsync();
        Guid[] asked = [await AskAsync(organisation), await AskAsync(organisation), await AskAsync(organisation, ScanPriority.Low), await AskAsync(organisation, ScanPriority.High)];

        Assert.Equal([asked[3], asked[0], asked[1], asked[2]], await ClaimsAsync(house, 5));
    }

    [Fact]
    public async Task An_organisation_with_many_waiting_scans_does_not_keep_another_waiting()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var greedy = await OrganisationAsync();
        for (var i = 0; i < 40; i++)
        {
            await AskAsync(greedy, ScanPriority.High);
        }

        var modest = await OrganisationAsync();
        var one = await AskAsync(modest, ScanPriority.Low);
        var two = await AskAsync(modest, ScanPriority.Low);

        // One each while both have none; after that whoever runs fewer, and one whose scans have ended waits for its turn.
        var first = await ClaimsAsync(house, 2);
        Assert.Contains(one, first);
        await EndAsync(first);
        Assert.Contains(two, await ClaimsAsync(house, 2));
    }

    [Fact]
    public async Task A_provider_is_given_only_so_many_scans_at_a_time()
    {
        await using var house = new ScanHouse(database, new ScriptedStore(), o => o.PerProvider["azure"] = new ProviderConcurrency { Scans = 2 });
        var organisation = await OrganisationAsync();
        var azure = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            azure.Add(await AskAsync(organisation, ScanPriority.High, "azure"));
        }

        var folder = await AskAsync(organisation, ScanPriority.Low);

        Assert.Equal([azure[0], azure[1], folder], await ClaimsAsync(house, 5));
        await EndAsync([azure[0]]);
        Assert.Equal([azure[2]], await ClaimsAsync(house, 5));
    }

    private static async Task<List<Guid>> ClaimsAsync(ScanHouse house, int most)
    {
        var claims = new List<Guid>();
        while (claims.Count < most && await house.Queue.ClaimAsync(default) is { } claimed)
        {
            claims.Add(claimed.Scan.Id);
        }

        return claims;
    }

    private async Task<Guid> OrganisationAsync()
    {
        var id = Guid.CreateVersion7();
        await using var db = database.NewContext();
        db.Organisations.Add(new() { Id = id, Name = $"Tests {id}" });
        await db.SaveChangesAsync();
        return id;
    }

    private async Task<Guid> AskAsync(Guid organisation, ScanPriority priority = ScanPriority.Normal, string provider = "local")
    {
        var scan = Scan.Request(
            Guid.CreateVersion7(), organisation, Guid.CreateVersion7(), provider, Guid.CreateVersion7(), "Tester", ScanPlan.Everything, priority, Start.AddMinutes(++_asked));
        await using var db = database.NewContext();
        db.Scans.Add(scan);
        await db.SaveChangesAsync();
        return scan.Id;
    }

    private async Task EndAsync(IReadOnlyList<Guid> ids)
    {
        await using var db = database.NewContext();
        foreach (var scan in await db.Scans.Where(s => ids.Contains(s.Id)).ToListAsync())
        {
            scan.Complete(Start.AddDays(1));
        }

        await db.SaveChangesAsync();
    }
}

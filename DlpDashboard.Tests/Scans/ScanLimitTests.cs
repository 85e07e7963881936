using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Scans;

/// <summary>What an organisation set for itself holds for its scans and estimates.</summary>
public sealed class ScanLimitTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Objects_larger_than_the_organisation_lets_pass_are_left_out_of_scans_and_estimates_alike()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "small.txt", "1234").With("a", "large.txt", new string('x', 5000)));
        await SetAsync(house, new OrganisationSettings { OrganisationId = house.OrganisationId, LargestObjectBytes = 1000 });
        var estimate = await EstimateAsync(house);
        Assert.Equal([new(LeftOutBy.Size, 1, 5000)], estimate.LeftOut);
        var scan = await house.ScanAsync();
        Assert.Equal((1L, 1L, 1000L), (scan.Counts.Total(), scan.LeftOut.Size, scan.Plan.MaxObjectBytes));

        // A plan may ask for less, never for more.
        Assert.Equal(10, (await house.RowAsync(await house.RequestAsync(new ScanPlan { MaxObjectBytes = 10 }))).Plan.MaxObjectBytes);
        Assert.Equal(1000, new ScanPlan { MaxObjectBytes = 2000 }.Within(new OrganisationLimits { LargestObjectBytes = 1000 }).MaxObjectBytes);
    }

    [Fact]
    public async Task An_organisation_that_runs_as_many_scans_as_it_may_waits_and_others_go_on()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await SetAsync(house, new OrganisationSettings { OrganisationId = house.OrganisationId, ScansAtOnce = 1 });
        await using (var db = database.NewContext())
        {
            var running = Scan.Request(Guid.CreateVersion7(), house.OrganisationId, Guid.CreateVersion7(), "local", house.Actor.AccountId, "T", ScanPlan.Everything, ScanPriority.Normal, DateTime.UnixEpoch);
            running.Start("elsewhere", TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1));
            db.Scans.Add(running);
            await db.SaveChangesAsync();
        }

        await house.RequestAsync();
        Assert.Null(await house.Queue.ClaimAsync(default));

        await SetAsync(house, new OrganisationSettings { OrganisationId = house.OrganisationId, ScansAtOnce = 2 });
        Assert.NotNull(await house.Queue.ClaimAsync(default));
    }

    [Fact]
    public async Task An_estimate_uses_the_prices_that_the_organisation_set_and_says_so_and_others_keep_the_default()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 1000, _ => "x"), provider: "aws");
        Assert.StartsWith("AWS list prices", (await EstimateAsync(house)).Cost.Prices, StringComparison.Ordinal);
        var prices = new PriceList { Name = "Contract 7", Currency = "EUR", ListPer1000 = 0, GetPer1000 = 3, TransferPerGb = 0, ObjectsPerList = 1000 };
        await SetAsync(house, new OrganisationSettings { OrganisationId = house.OrganisationId, Prices = new Dictionary<string, PriceList> { ["aws"] = prices } });
        var cost = (await EstimateAsync(house)).Cost;
        Assert.Equal(("EUR", 3m, "Contract 7 (set by your organisation)"), (cost.Currency, cost.Total, cost.Prices));

        await using var other = new ScanHouse(database, new ScriptedStore().WithMany("a", 10, _ => "x"), provider: "aws");
        Assert.Equal("USD", (await EstimateAsync(other)).Cost.Currency);
    }

    private static async Task<ScanEstimate> EstimateAsync(ScanHouse house)
    {
        var estimate = await house.Get<ScanEstimator>().EstimateAsync(house.Actor, house.EndpointId, ScanPlan.Everything, null, default);
        Assert.True(estimate.Succeeded, estimate.Problem?.Sentence);
        return estimate.Value;
    }

    private async Task SetAsync(ScanHouse house, OrganisationSettings settings)
    {
        await using var db = database.NewContext();
        db.Set<OrganisationSettings>().RemoveRange(db.Set<OrganisationSettings>().Where(s => s.OrganisationId == house.OrganisationId));
        await db.SaveChangesAsync();
        db.Set<OrganisationSettings>().Add(settings);
        await db.SaveChangesAsync();
    }
}

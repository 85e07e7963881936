using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Demo;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Overview;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Demo;

public sealed class DemoTests(DemoFixture app) : IClassFixture<DemoFixture>
{
    [Fact]
    public async Task Each_planted_value_is_found_by_the_first_scan_which_runs_by_itself()
    {
        var scan = await FirstScanAsync();
        Assert.Equal((ScanState.Completed, (long)DemoFixture.Files), (scan.State, scan.Counts.Total()));
        await using var db = app.NewContext();
        var found = (await db.Set<Finding>().Where(f => f.EndpointId == scan.EndpointId).Select(f => new { f.Bucket, f.ObjectKey, f.DetectorId, f.Count }).ToListAsync())
            .ToLookup(f => (f.Bucket, f.ObjectKey, f.DetectorId), f => f.Count);
        var planted = (await File.ReadAllLinesAsync(app.Services.GetRequiredService<DemoFolder>().Manifest)).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.InRange(planted.Count, DemoFixture.Files / 4, DemoFixture.Files * 2);
        Assert.All(planted, value => Assert.True(
            found[(value[0], value[1], value[2])].Sum() >= int.Parse(value[3], CultureInfo.InvariantCulture), $"{value[3]} of {value[2]} in {value[0]}/{value[1]}"));
    }

    [Fact]
    public async Task The_estimate_is_within_a_fifth_of_what_the_scan_met()
    {
        var scan = await FirstScanAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var estimate = await scope.ServiceProvider.GetRequiredService<ScanEstimator>().EstimateAsync(await ActorAsync(), scan.EndpointId, ScanPlan.Everything, null, default);
        Assert.InRange(estimate.Value!.Objects, scan.Counts.Total() * 0.8, scan.Counts.Total() * 1.2);
        Assert.InRange(estimate.Value!.BytesToRead, scan.BytesRead * 0.8, scan.BytesRead * 1.2);
        Assert.InRange((scan.EndedUtc - scan.StartedUtc)!.Value.TotalSeconds, estimate.Value!.Time.AtLeastSeconds - 0.1, estimate.Value!.Time.AtMostSeconds + 0.1);
    }

    [Fact]
    public async Task It_comes_with_schedules_and_a_second_start_adds_nothing()
    {
        var scan = await FirstScanAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var again = await scope.ServiceProvider.GetRequiredService<DemoSetUp>().RunAsync(app.Services.GetRequiredService<DemoFolder>().Files, default);
        Assert.False(again.Value);
        await using var db = app.NewContext();
        Assert.Equal("Demo organisation", await db.Organisations.Select(o => o.Name).SingleAsync());
        var endpoint = await db.Set<StorageEndpoint>().SingleAsync();
        Assert.Equal((scan.EndpointId, true), (endpoint.Id, endpoint.TestPassed));
        Assert.Equal([ScanMode.Changed, ScanMode.Full], (await db.Set<ScanSchedule>().OrderBy(s => s.Name).ToListAsync()).Select(s => s.Plan.Mode));
        Assert.All(await db.Set<ScanSchedule>().ToListAsync(), schedule => Assert.NotNull(schedule.NextUtc));
    }

    [Fact]
    public async Task The_first_steps_are_ticked_by_what_was_done_and_go_with_the_last()
    {
        var scan = await FirstScanAsync();
        var actor = await ActorAsync();
        Assert.Equal([true, true, true, false, true], (await StepsAsync(actor)).Select(step => step.IsDone));

        await using var db = app.NewContext();
        var finding = await db.Set<Finding>().Where(f => f.EndpointId == scan.EndpointId).Select(f => f.Id).FirstAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FindingService>().SetStatusAsync(actor, finding, new FindingDecision(FindingStatus.Acknowledged), null, default);
        Assert.Empty(await StepsAsync(actor));
    }

    private async Task<IReadOnlyList<FirstStep>> StepsAsync(Actor actor) =>
        await app.Services.GetRequiredService<FirstStepsReader>().ReadAsync(actor, await app.Services.GetRequiredService<OverviewReader>().SnapshotAsync(actor, default), default);

    private async Task<Scan> FirstScanAsync()
    {
        Scan? scan = null;
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            scan = await db.Scans.AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync();
            return scan?.HasEnded == true && await db.Set<ScanSchedule>().CountAsync() == 2;
        });
        return scan!;
    }

    private async Task<Actor> ActorAsync()
    {
        await using var db = app.NewContext();
        var account = await db.Users.SingleAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AbsentActor>().FindAsync(account.OrganisationId, account.Id, default))!;
    }
}

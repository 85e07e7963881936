using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task One_scan_may_wait_for_an_endpoint_and_a_second_is_refused()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await house.RequestAsync();
        Assert.Equal("scans.already-waiting", (await house.Service.StartAsync(house.Actor, house.EndpointId, ScanPlan.Everything, ScanPriority.Normal, default)).Problem?.Code);
    }

    [Fact]
    public async Task An_unknown_endpoint_or_detector_is_refused_in_a_sentence()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        Assert.Equal("scans.endpoint-not-found", (await house.Service.StartAsync(house.Actor, Guid.CreateVersion7(), ScanPlan.Everything, ScanPriority.Normal, default)).Problem?.Code);
        var refused = await house.Service.StartAsync(house.Actor, house.EndpointId, new ScanPlan { Detectors = ["email", new string('x', 5000)] }, ScanPriority.Normal, default);
        Assert.Equal("scans.unknown-detector", refused.Problem?.Code);
        Assert.InRange(refused.Problem!.Sentence.Length, 1, 200);
    }

    [Fact]
    public async Task A_waiting_scan_is_cancelled_at_once_and_a_cancelled_one_goes_on_where_it_stood()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", Results.Text));
        var id = await house.RequestAsync();
        Assert.True((await house.Service.CancelAsync(house.Actor, id, default)).Succeeded);
        Assert.Equal(ScanState.Cancelled, (await house.RowAsync(id)).State);
        Assert.Equal("scans.ended", (await house.Service.CancelAsync(house.Actor, id, default)).Problem?.Code);

        Assert.True((await house.Service.ResumeAsync(house.Actor, id, default)).Succeeded);
        ScanAssert.Exact(await house.RunAsync(id), objects: 1, findings: 1);
        Assert.Equal("scans.not-resumable", (await house.Service.ResumeAsync(house.Actor, id, default)).Problem?.Code);
    }

    [Fact]
    public async Task Only_a_scan_that_has_ended_is_deleted_and_its_findings_stay()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", Results.Text));
        var id = await house.RequestAsync();
        Assert.Equal("scans.still-active", (await house.Service.DeleteAsync(house.Actor, id, default)).Problem?.Code);
        await house.RunAsync(id);

        Assert.True((await house.Service.DeleteAsync(house.Actor, id, default)).Succeeded);
        Assert.Null(await house.Reader.OneAsync(house.Actor, id, default));
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Set<DlpDashboard.Findings.Finding>().CountAsync(f => f.EndpointId == house.EndpointId));
        Assert.Equal(
            [AuditActions.ScanStarted, AuditActions.ScanDeleted],
            await db.Set<AuditEntry>().Where(e => e.SubjectId == id.ToString()).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_touches_a_scan()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var id = await house.RequestAsync();
        var stranger = house.Actor with { OrganisationId = Guid.CreateVersion7() };

        Assert.Null(await house.Reader.OneAsync(stranger, id, default));
        Assert.Null(await house.Reader.ObjectsAsync(stranger, id, ObjectState.Scanned, null, 10, default));
        Assert.Empty((await house.Reader.PageAsync(stranger, new ScanFilter(), null, 10, default)).Items);
        Assert.Equal(ProblemKind.NotFound, (await house.Service.CancelAsync(stranger, id, default)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Service.DeleteAsync(stranger, id, default)).Problem?.Kind);
        Assert.Equal(ScanState.Queued, (await house.RowAsync(id)).State);
    }

    [Fact]
    public async Task Who_may_only_look_starts_and_cancels_nothing()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var onlooker = house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead } };
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Service.StartAsync(onlooker, house.EndpointId, ScanPlan.Everything, ScanPriority.Normal, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Service.CancelAsync(onlooker, Guid.CreateVersion7(), default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Service.DeleteAsync(onlooker, Guid.CreateVersion7(), default));
    }

    [Fact]
    public async Task Pages_of_scans_and_objects_follow_each_other_without_gap_or_repetition()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 250, _ => "nothing"));
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await house.ScanAsync()).Id);
        }

        var seen = new List<Guid>();
        for (PageCursor? after = null; ;)
        {
            var page = await house.Reader.PageAsync(house.Actor, new ScanFilter(house.EndpointId, ScanState.Completed), after, 2, default);
            seen.AddRange(page.Items.Select(row => row.Id));
            if (page.Next is null)
            {
                break;
            }

            after = page.Next;
        }

        Assert.Equal(Enumerable.Reverse(ids), seen);
        Assert.Equal(250, (await house.ObjectsAsync(ids[^1], ObjectState.Scanned)).Select(row => row.Id).Distinct().Count());
        Assert.Empty(await house.ObjectsAsync(ids[0], ObjectState.Scanned));
    }

    [Theory]
    [InlineData(ScanState.Completed, 0, 0, 0, ScanVerdict.Clean)]
    [InlineData(ScanState.Completed, 0, 1, 0, ScanVerdict.Incomplete)]
    [InlineData(ScanState.Completed, 0, 0, 1, ScanVerdict.Incomplete)]
    [InlineData(ScanState.Completed, 1, 1, 0, ScanVerdict.Found)]
    [InlineData(ScanState.Cancelled, 0, 0, 0, ScanVerdict.Incomplete)]
    [InlineData(ScanState.Failed, 0, 0, 0, ScanVerdict.Incomplete)]
    [InlineData(ScanState.Running, 0, 0, 0, ScanVerdict.Unknown)]
    [InlineData(ScanState.Running, 3, 0, 0, ScanVerdict.Found)]
    public void Clean_is_said_only_where_everything_was_read_and_nothing_found(ScanState state, int findings, int unread, int unlisted, ScanVerdict verdict) =>
        Assert.Equal(verdict, ScanRows.VerdictOf(state, findings, ScanCounts.Zero with { Scanned = 5, Partial = unread }, unlisted));
}

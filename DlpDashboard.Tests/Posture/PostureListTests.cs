using DlpDashboard.Access;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Timing;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Posture;

/// <summary>Lists, counts and compliance over the real database.</summary>
public sealed class PostureListTests(PostureWorld world) : IClassFixture<PostureWorld>
{
    private static readonly (string, CheckVerdict) Open = ("s3-public", CheckVerdict.Fail), Shut = ("s3-public", CheckVerdict.Pass), Unlogged = ("s3-logging", CheckVerdict.Fail), Plain = ("s3-tls-only", CheckVerdict.Unknown);

    [Fact]
    public async Task Each_filter_leaves_out_what_it_says_and_all_of_them_work_together()
    {
        var actor = await world.NewActorAsync();
        var s3 = await world.PlantAsync(actor, "aws", ("Open-One", true, [Open, Unlogged]), ("quiet", false, [Shut, Unlogged, Plain]), ("best", false, [Shut]));
        var folders = await world.PlantAsync(actor, "local", ("quiet-folder", false, []));
        Assert.Equal(["Open-One", "quiet", "best", "quiet-folder"], await NamesAsync(actor, new PostureFilter()));
        Assert.Equal(["Open-One", "quiet", "best"], await NamesAsync(actor, new PostureFilter(EndpointIds: [s3])));
        Assert.Equal(["Open-One", "quiet", "best", "quiet-folder"], await NamesAsync(actor, new PostureFilter(EndpointIds: [s3, folders])));
        Assert.Equal(["quiet-folder"], await NamesAsync(actor, new PostureFilter(Providers: ["local", "gcp"])));
        Assert.Equal(["Open-One"], await NamesAsync(actor, new PostureFilter(Standings: [BucketStanding.Insecure])));
        Assert.Equal(["Open-One"], await NamesAsync(actor, new PostureFilter(IsPublic: true)));
        Assert.Equal(["Open-One"], await NamesAsync(actor, new PostureFilter(Severities: [CheckSeverity.Critical, CheckSeverity.High])));
        Assert.Equal(["Open-One", "quiet"], await NamesAsync(actor, new PostureFilter(Severities: [CheckSeverity.Medium])));
        Assert.Equal(["Open-One", "quiet"], await NamesAsync(actor, new PostureFilter(CheckIds: ["s3-logging", "s3-cors"])));
        Assert.Equal(["quiet"], await NamesAsync(actor, new PostureFilter(CheckIds: ["s3-tls-only"], Verdict: CheckStanding.Unknown)));
        Assert.Equal(["quiet", "best"], await NamesAsync(actor, new PostureFilter(CheckIds: ["s3-public"], Verdict: CheckStanding.Pass)));
        Assert.Equal(["quiet", "quiet-folder"], await NamesAsync(actor, new PostureFilter(Text: "QUIET")));
        Assert.Equal(["quiet"], await NamesAsync(actor, new PostureFilter([s3], ["aws"], [BucketStanding.Secure], false, [CheckSeverity.Medium], ["s3-logging"], CheckStanding.Fail, "quiet")));
        Assert.Empty(await NamesAsync(actor, new PostureFilter(Text: "%")));
        Assert.Empty(await NamesAsync(await world.NewActorAsync(), new PostureFilter()));
    }

    [Fact]
    public async Task Counts_are_kept_as_buckets_stand_and_an_accepted_failure_moves_from_one_to_the_other_and_back_when_its_time_is_over()
    {
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("one", "two");
        File.SetUnixFileMode(Path.Combine(root, "one"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        await SameAsCountedAsync(admin, endpoint);
        var bucket = Assert.Single((await world.Get<PostureReader>().PageAsync(admin, new PostureFilter([endpoint], Text: "one"), null, 10, default)).Items);
        var failed = (await world.Get<BucketPostureReader>().OneAsync(admin, bucket.BucketId, default)).Value!.Checks.First(check => check.Verdict == CheckVerdict.Fail);
        var before = await CountAsync(admin, endpoint, failed.CheckId);

        var draft = new SuppressionDraft(failed.CheckId, bucket.BucketId, "It is meant so.", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        var id = (await world.Get<PostureService>().SuppressAsync(admin, endpoint, draft, default)).Value;
        var accepted = await CountAsync(admin, endpoint, failed.CheckId);
        Assert.Equal((before.Failed - 1, before.Accepted + 1), (accepted.Failed, accepted.Accepted));
        await SameAsCountedAsync(admin, endpoint);
        Assert.Equal(["one"], await NamesAsync(admin, new PostureFilter([endpoint], CheckIds: [failed.CheckId], Verdict: CheckStanding.Accepted)));

        // Its time is over; nobody refreshes.
        await using (var db = world.NewContext())
        {
            await db.PostureSuppressions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresUtc, DateTime.UnixEpoch));
        }

        var ended = await world.Get<PostureUpkeep>().EndExpiredAsync(default);
        Assert.InRange(ended, 0, 1);
        await Testing.Until.TrueAsync(async () => (await CountAsync(admin, endpoint, failed.CheckId)).Failed == before.Failed);
        Assert.Equal(0, await world.Get<PostureUpkeep>().EndExpiredAsync(default));
        await SameAsCountedAsync(admin, endpoint);
        await using var context = world.NewContext();
        Assert.Single(await context.Set<DlpDashboard.Events.StoryEvent>().Where(e => e.SubjectId == bucket.BucketId && e.Type == "posture.acceptance-ended").ToListAsync());
        var history = (await world.Get<DlpDashboard.Posture.Explaining.BucketHistoryReader>().OneAsync(admin, bucket.BucketId, default)).Value!;
        Assert.Contains(history, row => row.Sentence.Contains("It is meant so.", StringComparison.Ordinal) && row.By == "Administrator");
        Assert.Contains(history, row => row.Document == "folder" && row.FormerId is not null);
    }

    [Fact]
    public async Task A_colleague_can_be_named_who_answers_for_what_is_accepted_and_nobody_of_another_organisation()
    {
        const string Check = "folder-world-writable";
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("answered");
        File.SetUnixFileMode(Path.Combine(root, "answered"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        var colleague = await world.AddAccountAsync("colleague@example.test", role: null);
        var stranger = await world.AddAccountAsync("stranger@example.test", role: null, await world.AddOrganisationAsync("Strangers"));
        var service = world.Get<PostureService>();
        var bucket = Kernel.StableId.OfBucket(endpoint, "answered");
        var draft = new SuppressionDraft(Check, bucket, "Shared on purpose.", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1), stranger.Id);
        Assert.Equal(PostureProblems.OwnerUnknown, (await service.SuppressAsync(admin, endpoint, draft, default)).Problem);
        var owners = await service.OwnersAsync(admin, default);
        Assert.Equal((true, false), (owners.Any(owner => owner.Id == colleague.Id), owners.Any(owner => owner.Id == stranger.Id)));

        Assert.True((await service.SuppressAsync(admin, endpoint, draft with { OwnerId = colleague.Id }, default)).Succeeded);
        var accepted = (await world.Get<PostureReader>().AcceptedOfAsync(admin, endpoint, bucket, default))[Check];
        Assert.Equal((colleague.DisplayName, admin.Name), (accepted.Owner, accepted.CreatedBy));
        var history = (await world.Get<DlpDashboard.Posture.Explaining.BucketHistoryReader>().OneAsync(admin, bucket, default)).Value!;
        Assert.Contains(history, row => row.By == admin.Name && row.Sentence.Contains($"{colleague.DisplayName} answers for it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_gone_is_no_longer_counted_and_goes_with_its_endpoint()
    {
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("stays", "goes");
        Directory.Delete(Path.Combine(root, "goes"));
        await world.RefreshAsync(endpoint);
        await SameAsCountedAsync(admin, endpoint);
        await world.Get<IEnumerable<Kernel.IEndpointDependent>>().OfType<PostureEndpointRows>().Single().PurgeAsync(admin.OrganisationId, endpoint, default);
        Assert.DoesNotContain(await world.Get<PostureReader>().CountAsync(admin, default), count => count.EndpointId == endpoint);
        Assert.All(await world.Get<PostureReader>().CountChecksAsync(admin, endpoint, default), row => Assert.False(row.IsUsed));
    }

    [Fact]
    public async Task A_control_fails_with_one_of_its_checks_and_is_not_judged_where_no_bucket_is()
    {
        var actor = await world.NewActorAsync();
        await world.PlantAsync(actor, "aws", ("a", false, [Shut, ("s3-tls-only", CheckVerdict.Fail), ("s3-mfa-delete", CheckVerdict.Unknown)]), ("b", false, [Shut, ("s3-tls-only", CheckVerdict.Pass)]));
        var report = (await world.Get<ComplianceReader>().ReadAsync(actor, null, default)).Value!;
        Assert.Equal(2, report.Buckets);
        var cis = report.Frameworks.Single(framework => framework.Id == "cis-aws-5.0");
        var tls = cis.Controls.Single(control => control.Number == "2.1.1");
        Assert.Equal((ControlStanding.Failed, 1, 1), (tls.Standing, tls.Checks.Single().Failed, tls.Checks.Single().Passed));
        Assert.Equal(ControlStanding.Unknown, cis.Controls.Single(control => control.Number == "2.1.2").Standing);
        Assert.Equal(ControlStanding.Passed, report.Frameworks.Single(framework => framework.Id == "pci-dss-3.2.1").Controls.Single(control => control.Number == "7.2.1").Standing);
        Assert.All(report.Frameworks.Single(framework => framework.Id == "cis-azure-5.0").Controls, control => Assert.Equal(ControlStanding.NotJudged, control.Standing));
        Assert.False((await world.Get<ComplianceReader>().ReadAsync(actor, Guid.CreateVersion7(), default)).Succeeded);
    }

    [Fact]
    public async Task An_organisation_sets_its_hour_is_read_then_and_no_longer_with_all_others()
    {
        var actor = await world.NewActorAsync();
        var service = world.Get<PostureTimingService>();
        var configured = await service.ReadAsync(actor, default);
        Assert.Equal((false, 3), (configured.IsOwn, configured.HourUtc!.Value));
        Assert.False((await service.SetAsync(actor, new PostureTimingDraft(24), default)).Succeeded);
        var set = (await service.SetAsync(actor, new PostureTimingDraft(7), default)).Value!;
        Assert.Equal((true, 7, 7), (set.IsOwn, set.HourUtc!.Value, set.NextUtc!.Value.Hour));
        Assert.Null((await service.SetAsync(actor, new PostureTimingDraft(null), default)).Value!.NextUtc);
        Assert.True((await service.ReadAsync(actor, default)).IsOwn);
        await service.SetAsync(actor, new PostureTimingDraft(7), default);
        await using var db = world.NewContext();
        await db.PostureTimings.Where(t => t.OrganisationId == actor.OrganisationId).ExecuteUpdateAsync(s => s.SetProperty(t => t.DoneUtc, DateTime.UnixEpoch));
        await world.Get<PostureUpkeep>().AskDueAsync(default);
        var done = await db.PostureTimings.Where(t => t.OrganisationId == actor.OrganisationId).Select(t => t.DoneUtc).SingleAsync();
        Assert.True(done > DateTime.UnixEpoch);
        await Assert.ThrowsAsync<PermissionDeniedException>(async () => await service.SetAsync(await world.NewActorAsync(Permissions.PostureRead), new PostureTimingDraft(1), default));
    }

    private async Task<List<string>> NamesAsync(Actor actor, PostureFilter filter) =>
        [.. (await world.Get<PostureReader>().PageAsync(actor, filter, null, 100, default)).Items.Select(row => row.Bucket)];

    private async Task<CheckCountRow> CountAsync(Actor actor, Guid endpoint, string checkId) =>
        (await world.Get<PostureReader>().CountChecksAsync(actor, endpoint, default)).Single(row => row.Check.Id == checkId);

    private async Task SameAsCountedAsync(Actor actor, Guid endpoint)
    {
        await using var db = world.NewContext();
        var buckets = await db.PostureBuckets.AsNoTracking().Where(b => b.EndpointId == endpoint && b.VanishedUtc == null).ToListAsync();
        var ids = buckets.ConvertAll(bucket => bucket.Id);
        var results = await db.PostureResults.AsNoTracking().Where(r => ids.Contains(r.BucketId)).ToListAsync();
        var kept = (await world.Get<PostureReader>().CountAsync(actor, default)).Single(count => count.EndpointId == endpoint);
        Assert.Equal(
            (buckets.Count, buckets.Count(b => b.Standing == BucketStanding.Secure), buckets.Count(b => b.Standing == BucketStanding.Insecure), buckets.Sum(b => b.Failed), buckets.Sum(b => b.Suppressed)),
            (kept.Buckets, kept.Secure, kept.Insecure, kept.ChecksFailed, kept.ChecksAccepted));
        Assert.All(await world.Get<PostureReader>().CountChecksAsync(actor, endpoint, default), row => Assert.Equal(
            (results.Count(r => r.CheckId == row.Check.Id && r.Verdict == CheckVerdict.Pass), results.Count(r => r.CheckId == row.Check.Id && r is { Verdict: CheckVerdict.Fail, IsSuppressed: false })),
            (row.Passed, row.Failed)));
    }
}

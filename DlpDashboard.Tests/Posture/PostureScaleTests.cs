using System.Diagnostics;
using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Posture;

/// <summary>
/// Many buckets of one organisation, each with the results of all checks of its provider, and what the security page asks for. A thousand in each run; as many as <c>DLP_MEASURE_BUCKETS</c> says, with the times, by
/// scripts/measure-buckets.sh.
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class PostureScaleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Rounds = 20, PageSize = 100;
    private static readonly int Buckets = int.Parse(Environment.GetEnvironmentVariable("DLP_MEASURE_BUCKETS") ?? "1000", CultureInfo.InvariantCulture);
    private static readonly string? Report = Environment.GetEnvironmentVariable("DLP_MEASURE_REPORT");
    private readonly Actor _actor = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Somebody", new HashSet<string>(StringComparer.Ordinal) { Permissions.Everything });

    [Fact]
    public async Task Lists_counts_and_compliance_hold_what_was_planted()
    {
        var buckets = await PlantAsync();
        var reader = new PostureReader(database.Contexts, TimeProvider.System);
        PageCursor? deep = null;
        for (var page = 0; page < Buckets / PageSize / 2; page++)
        {
            deep = (await reader.PageAsync(_actor, new PostureFilter(), deep, PageSize, default)).Next;
        }

        async Task<int> Listed(PostureFilter filter, PageCursor? after = null) => (await reader.PageAsync(_actor, filter, after, PageSize, default)).Items.Count;
        var told = new (string Name, int Expected, Func<Task<int>> Ask)[]
        {
            ("first page", PageSize, () => Listed(new PostureFilter())),
            ("a page in the middle", PageSize, () => Listed(new PostureFilter(), deep)),
            ("standing", buckets.Count(b => b.Standing == BucketStanding.Insecure), () => Listed(new PostureFilter(Standings: [BucketStanding.Insecure]))),
            ("public", Buckets / 100, () => Listed(new PostureFilter(IsPublic: true))),
            ("severity", buckets.Count(b => b.FailedCritical > 0), () => Listed(new PostureFilter(Severities: [CheckSeverity.Critical]))),
            ("a check that many fail", Buckets * 4 / 5, () => Listed(new PostureFilter(CheckIds: ["s3-logging"]))),
            ("a check that few fail", Buckets / 100, () => Listed(new PostureFilter(CheckIds: ["s3-public"]))),
            ("a check that none fails", 0, () => Listed(new PostureFilter(CheckIds: ["s3-website"]))),
            ("a name that is rare", 1, () => Listed(new PostureFilter(Text: $"{Buckets - 1:00000}"))),
            ("a name that is not there", 0, () => Listed(new PostureFilter(Text: "nowhere"))),
            ("figures", Buckets, async () => (await reader.CountAsync(_actor, default)).Sum(count => count.Buckets)),
            ("checks", CheckCatalogue.All.Count, async () => (await reader.CountChecksAsync(_actor, null, default)).Count),
        };
        foreach (var (name, expected, ask) in told)
        {
            Assert.Equal((name, name == "figures" ? expected : Math.Min(PageSize, expected)), (name, await ask()));
            await TellAsync(name, ask);
        }

        Assert.NotEmpty((await new ComplianceReader(reader, new NoEndpoints(), TimeProvider.System).ReadAsync(_actor, null, default)).Value!.Frameworks);
        await TellAsync("compliance", () => new ComplianceReader(reader, new NoEndpoints(), TimeProvider.System).ReadAsync(_actor, null, default));
    }

    private static async Task TellAsync(string name, Func<Task> ask)
    {
        if (Report is not { Length: > 0 })
        {
            return;
        }

        var times = new List<double>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        await TellAsync(string.Create(CultureInfo.InvariantCulture, $"security page, {name}: median {times[Rounds / 2]:0.0} ms, 95th percentile {times[(Rounds * 95 / 100) - 1]:0.0} ms"));
    }

    private static Task TellAsync(string line) => Report is { Length: > 0 } ? File.AppendAllTextAsync(Report, line + "\n") : Task.CompletedTask;

    // One in a hundred is public; which checks fail follows from the bucket's number.
    private async Task<List<PostureBucket>> PlantAsync()
    {
        var checks = CheckCatalogue.Of("aws").ToList();
        var endpoint = Guid.CreateVersion7();
        var all = new List<PostureBucket>();
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var numbers in Enumerable.Range(0, Buckets).Chunk(500))
        {
            var buckets = new List<PostureBucket>();
            var results = new List<PostureResult>();
            foreach (var number in numbers)
            {
                var bucket = new PostureBucket
                {
                    Id = Guid.CreateVersion7(), OrganisationId = _actor.OrganisationId, EndpointId = endpoint, Provider = "aws", Name = $"bucket-{number:00000}", IsPublic = number % 100 == 0, FirstSeenUtc = DateTime.UnixEpoch, ReadUtc = DateTime.UnixEpoch,
                };
                var mine = checks.Select((check, at) => new PostureResult
                {
                    BucketId = bucket.Id, CheckId = check.Id, OrganisationId = _actor.OrganisationId, EndpointId = endpoint, Severity = check.Severity, Verdict = Says(check, number, at), Sentence = "It is set up so that a sentence of a usual length says why.", SinceUtc = DateTime.UnixEpoch,
                }).ToList();
                PostureMerge.Count(bucket, mine);
                buckets.Add(bucket);
                results.AddRange(mine);
            }

            all.AddRange(buckets);
            await database.Dialect.InsertAsync(db, buckets, default);
            await database.Dialect.InsertAsync(db, results, default);
        }

        await transaction.CommitAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        var started = Stopwatch.GetTimestamp();
        await using var counting = await db.Database.BeginTransactionAsync();
        await PostureTallyCount.CountAsync(db, database.Dialect, _actor.OrganisationId, endpoint, "aws", default);
        await counting.CommitAsync();
        await TellAsync(string.Create(CultureInfo.InvariantCulture, $"counting all {Buckets} buckets and their results anew: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));
        return all;
    }

    private static CheckVerdict Says(PostureCheck check, int number, int at) => check.Id switch
    {
        "s3-public" => number % 100 == 0 ? CheckVerdict.Fail : CheckVerdict.Pass,
        "s3-logging" => number % 5 == 0 ? CheckVerdict.Pass : CheckVerdict.Fail,
        "s3-website" => CheckVerdict.Pass,
        _ => (((number * 31) + (at * 17)) % 11) switch { 0 or 1 => CheckVerdict.Fail, 2 => CheckVerdict.Unknown, 3 => CheckVerdict.NotApplicable, _ => CheckVerdict.Pass },
    };

    private sealed class NoEndpoints : IEndpointDirectory
    {
        public Task<IReadOnlyList<EndpointName>> ListAsync(Guid organisationId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EndpointName>>([]);
    }
}

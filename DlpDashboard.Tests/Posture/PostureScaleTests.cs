using System.Diagnostics;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace DlpDashboard.Tests.Posture;

/// <summary>Ten thousand buckets of one organisation, each with the results of all checks of its provider: what the security page asks for comes at once.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class PostureScaleTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int Buckets = 10_000;
    private const int Rounds = 20;
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(200);
    private readonly Actor _actor = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Somebody", new HashSet<string>(StringComparer.Ordinal) { Permissions.Everything });

    [Fact]
    public async Task Lists_counts_and_compliance_of_ten_thousand_buckets_come_within_their_bound()
    {
        await PlantAsync();
        var reader = new PostureReader(database.Contexts, TimeProvider.System);
        PageCursor? deep = null;
        for (var page = 0; page < 20; page++)
        {
            deep = (await reader.PageAsync(_actor, new PostureFilter(), deep, 100, default)).Next;
        }

        var told = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["first page"] = () => reader.PageAsync(_actor, new PostureFilter(), null, 100, default),
            ["page 21"] = () => reader.PageAsync(_actor, new PostureFilter(), deep, 100, default),
            ["standing"] = () => reader.PageAsync(_actor, new PostureFilter(Standings: [BucketStanding.Secure]), null, 100, default),
            ["public"] = () => reader.PageAsync(_actor, new PostureFilter(IsPublic: true), null, 100, default),
            ["severity"] = () => reader.PageAsync(_actor, new PostureFilter(Severities: [CheckSeverity.Low]), null, 100, default),
            ["a check that many fail"] = () => reader.PageAsync(_actor, new PostureFilter(CheckIds: ["s3-logging"]), null, 100, default),
            ["a check that few fail"] = () => reader.PageAsync(_actor, new PostureFilter(CheckIds: ["s3-public"]), null, 100, default),
            ["a check that none fails"] = () => reader.PageAsync(_actor, new PostureFilter(CheckIds: ["s3-website"]), null, 100, default),
            ["a name that is rare"] = () => reader.PageAsync(_actor, new PostureFilter(Text: "09999"), null, 100, default),
            ["a name that is not there"] = () => reader.PageAsync(_actor, new PostureFilter(Text: "nowhere"), null, 100, default),
            ["figures"] = () => reader.CountAsync(_actor, default),
            ["checks"] = () => reader.CountChecksAsync(_actor, null, default),
            ["compliance"] = () => new ComplianceReader(reader, new NoEndpoints(), TimeProvider.System).ReadAsync(_actor, null, default),
        };
        foreach (var (name, ask) in told)
        {
            var times = await TimesAsync(ask);
            output.WriteLine($"{name}: median {times[Rounds / 2].TotalMilliseconds:0.0} ms, 95th percentile {times[(Rounds * 95 / 100) - 1].TotalMilliseconds:0.0} ms");

            // Other work on a small machine delays single rounds; half of them must hold.
            Assert.True(times[Rounds / 2] < Bound, $"{name} took {times[Rounds / 2].TotalMilliseconds:0} ms");
        }
    }

    private static async Task<List<TimeSpan>> TimesAsync(Func<Task> ask)
    {
        await ask();
        var times = new List<TimeSpan>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        times.Sort();
        return times;
    }

    // One in a hundred is public; which checks fail follows from the bucket's number.
    private async Task PlantAsync()
    {
        var checks = CheckCatalogue.Of("aws").ToList();
        var endpoint = Guid.CreateVersion7();
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

            await database.Dialect.InsertAsync(db, buckets, default);
            await database.Dialect.InsertAsync(db, results, default);
        }

        await transaction.CommitAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        var started = Stopwatch.GetTimestamp();
        await using var counting = await db.Database.BeginTransactionAsync();
        await PostureTallyCount.CountAsync(db, database.Dialect, _actor.OrganisationId, endpoint, "aws", default);
        await counting.CommitAsync();
        output.WriteLine($"counting all {Buckets} buckets and their results anew: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
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

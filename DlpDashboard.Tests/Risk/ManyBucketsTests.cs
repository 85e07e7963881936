using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Marks;
using DlpDashboard.Detection;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers;
using DlpDashboard.Risk.Joining;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Risk;

/// <summary>
/// Many buckets of one organisation: all are joined, the list leads through all of them in order, each once. With <c>DLP_MEASURE_BUCKETS</c> = their number and <c>DLP_MEASURE_REPORT</c> =
/// a file it measures each route and page as well (<c>scripts/measure-buckets.sh</c>).
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class ManyBucketsTests(ManyBucketsTests.App app) : IClassFixture<ManyBucketsTests.App>
{
    private const int Endpoints = 20;
    private static readonly int Buckets = int.Parse(Environment.GetEnvironmentVariable("DLP_MEASURE_BUCKETS") ?? "1500", CultureInfo.InvariantCulture);
    private static readonly string? Report = Environment.GetEnvironmentVariable("DLP_MEASURE_REPORT");
    private static readonly string[] Detectors = ["payment-card", "email", "us-ssn", "iban", "aws-access-key"];

    [Fact]
    public async Task Many_buckets_are_joined_and_the_list_leads_through_all_of_them_in_order()
    {
        using var client = await app.AsAdminAsync();
        var endpoints = await AddEndpointsAsync(client);
        await FillAsync(endpoints);
        var begun = Stopwatch.GetTimestamp();
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return !await db.BucketMarks.AnyAsync();
        });
        await SayAsync($"joined {Buckets} buckets in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");

        var seen = new HashSet<Guid>();
        var last = 101;
        for (var next = ""; ;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/security/risks?limit=200{next}");
            foreach (var row in page.GetProperty("items").EnumerateArray())
            {
                Assert.True(seen.Add(row.GetProperty("bucketId").GetGuid()));
                Assert.True(row.GetProperty("risk").GetInt32() <= last);
                last = row.GetProperty("risk").GetInt32();
            }

            if (page.GetProperty("next").GetString() is not { } cursor)
            {
                break;
            }

            next = $"&cursor={cursor}";
        }

        Assert.Equal(Buckets, seen.Count);
        var cells = await client.GetFromJsonAsync<JsonElement>("/api/v1/security/risks/matrix");
        Assert.Equal(Buckets, cells.EnumerateArray().Sum(cell => cell.GetProperty("buckets").GetInt32()));
        if (Report is not null)
        {
            await MeasureAsync(client, endpoints[0], seen.First());
        }
    }

    private async Task<List<Guid>> AddEndpointsAsync(HttpClient client)
    {
        var ids = new List<Guid>();
        for (var at = 0; at < Endpoints; at++)
        {
            var root = Directory.CreateDirectory(Path.Combine(app.Root, $"e{at}")).FullName;
            using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Account {at}", provider = "local", settings = new { root } });
            ids.Add((await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        }

        return ids;
    }

    /// <summary>As refreshes, scans and measures of S3 accounts leave it: every check of S3 a bucket, sixteen documents, two kinds of findings in each second bucket.</summary>
    private async Task FillAsync(List<Guid> endpoints)
    {
        await using var db = app.NewContext();
        var organisation = await db.StorageEndpoints.Where(e => e.Id == endpoints[0]).Select(e => e.OrganisationId).SingleAsync();
        var dialect = app.Database.Dialect;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var checks = CheckCatalogue.Of("aws").ToList();
        foreach (var batch in Enumerable.Range(0, Buckets).Chunk(500))
        {
            var rows = batch.Select(at => BucketOf(organisation, endpoints[at % Endpoints], at, now)).ToList();
            await dialect.InsertAsync(db, rows, default);
            await dialect.InsertAsync(db, [.. rows.SelectMany(row => checks.Select(check => ResultOf(row, check, now)))], default);
            await dialect.InsertAsync(db, [.. rows.SelectMany(row => Enumerable.Range(0, 16).Select(at => DocumentOf(row, at, now)))], default);
            await dialect.InsertAsync(db, [.. rows.Where((_, at) => at % 2 == 0).SelectMany(FoundIn)], default);
            await dialect.InsertAsync(db, [.. rows.Where((_, at) => at % 3 > 0).Select(row => CoverageOf(row, now))], default);
            await dialect.InsertAsync(db, [.. rows.Select(row => MeasuredOf(row, now))], default);
            await dialect.InsertAsync(db, [.. rows.Select(row => new BucketMark { ScopeId = row.Id, OrganisationId = organisation, EndpointId = row.EndpointId, Marks = 1 })], default);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static PostureBucket BucketOf(Guid organisation, Guid endpoint, int at, DateTime now) => new()
    {
        Id = StableId.OfBucket(endpoint, $"bucket-{at:D6}"),
        OrganisationId = organisation,
        EndpointId = endpoint,
        Provider = "aws",
        Name = $"bucket-{at:D6}",
        Region = "eu-central-1",
        IsPublic = at % 11 == 0 ? null : at % 23 == 0,
        AnonymousAccess = at % 46 == 0 && at % 11 != 0 ? "list read" : "",
        CrossAccounts = at % 17 == 0 ? 2 : 0,
        Standing = (BucketStanding)(at % 3),
        Score = at % 101,
        Passed = 20,
        Failed = 12,
        FirstSeenUtc = now,
        ReadUtc = now,
    };

    private static PostureResult ResultOf(PostureBucket row, PostureCheck check, DateTime now) => new()
    {
        BucketId = row.Id,
        CheckId = check.Id,
        OrganisationId = row.OrganisationId,
        EndpointId = row.EndpointId,
        Severity = check.Severity,
        Verdict = (CheckVerdict)((row.Score + check.Id.Length) % 3),
        Sentence = "What was read says so, in a sentence as long as most of them are.",
        SinceUtc = now,
    };

    private static PostureDocument DocumentOf(PostureBucket row, int at, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
        OrganisationId = row.OrganisationId,
        EndpointId = row.EndpointId,
        ScopeId = row.Id,
        Name = $"document{at}",
        State = DocumentState.Present,
        Hash = "0",
        Content = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}""",
        FirstSeenUtc = now,
        LastSeenUtc = now,
        IsCurrent = true,
    };

    private static IEnumerable<BucketFindingTotal> FoundIn(PostureBucket row) => Enumerable.Range(0, 2).Select(at => new BucketFindingTotal
    {
        BucketId = row.Id,
        DetectorId = Detectors[(row.Score + at) % Detectors.Length],
        Severity = (Severity)((row.Score + at) % 4),
        Likelihood = Likelihood.Likely,
        Status = FindingStatus.Open,
        OrganisationId = row.OrganisationId,
        EndpointId = row.EndpointId,
        Bucket = row.Name,
        Category = "financial",
        Findings = 1 + row.Score,
        Values = 1 + (row.Score * row.Score),
    });

    private static BucketCoverage CoverageOf(PostureBucket row, DateTime now) => new()
    {
        BucketId = row.Id,
        OrganisationId = row.OrganisationId,
        EndpointId = row.EndpointId,
        Bucket = row.Name,
        Objects = 1_000,
        Read = row.Score * 10,
        IsWhole = true,
        ScannedUtc = now,
    };

    private static StorageBucket MeasuredOf(PostureBucket row, DateTime now)
    {
        var measured = new StorageBucket { Id = row.Id, OrganisationId = row.OrganisationId, EndpointId = row.EndpointId, Provider = row.Provider, Name = row.Name, SearchName = row.Name.ToUpperInvariant() };
        measured.Take(Guid.Empty, new MeasuredBucket(new StoredBucket(row.Name), 1_000, 1_000_000L * (row.Score + 1), new BucketFigures(), null, null), null, null, now);
        return measured;
    }

    private async Task MeasureAsync(HttpClient client, Guid endpoint, Guid bucket)
    {
        string[] routes =
        [
            "/api/v1/security/risks", "/api/v1/security/risks?limit=200", "/api/v1/security/risks?exposure=anonymousRead&sensitivity=critical", "/api/v1/security/risks?detector=payment-card", "/api/v1/security/risks?q=9999",
            $"/api/v1/security/risks?endpoint={endpoint}", "/api/v1/security/risks/matrix", $"/api/v1/security/risks/{bucket}", "/api/v1/security/private-data",
            "/api/v1/security/policies", "/api/v1/security/policies?public=true", $"/api/v1/security/policies/{endpoint}", $"/api/v1/security/buckets/{bucket}", "/api/v1/storage/size", "/api/v1/providers",
        ];
        foreach (var route in routes)
        {
            await TellAsync(route, 60, async () =>
            {
                using var answer = await client.GetAsync(route);
                return answer.IsSuccessStatusCode ? (int)(await answer.Content.ReadAsByteArrayAsync()).Length : -(int)answer.StatusCode;
            });
        }

        await using var person = await Person.SignInAsync(app.Address);
        foreach (var page in new[] { Links.Overview, Links.Risks, $"{Links.Risks}?exposure=anonymousRead", Links.Bucket(bucket), Links.Bucket(bucket, "checks"), Links.Security, Links.Compliance, "/storage", "/providers" })
        {
            await TellAsync($"page {page}, drawn", 8, async () =>
            {
                await person.GoAsync(page);
                await person.Page.WaitForFunctionAsync("() => document.querySelector('main h1') && !document.querySelector('main .skeleton, main [aria-busy=true]')");
                return 0;
            });
        }
    }

    private static async Task TellAsync(string what, int rounds, Func<Task<int>> round)
    {
        var bytes = await round();
        if (bytes is -404)
        {
            return;
        }

        var times = new List<double>();
        for (var at = 0; at < rounds; at++)
        {
            var begun = Stopwatch.GetTimestamp();
            bytes = await round();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        await SayAsync($"{what}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms{(bytes > 0 ? $", {bytes / 1024} KB" : bytes < 0 ? $", status {-bytes}" : "")}");
    }

    private static Task SayAsync(FormattableString line) =>
        Report is null ? Task.CompletedTask : File.AppendAllTextAsync(Report, line.ToString(CultureInfo.InvariantCulture) + "\n");

    private static Task SayAsync(string line) => Report is null ? Task.CompletedTask : File.AppendAllTextAsync(Report, line + "\n");

    /// <summary>The app with a root for folders and no limit of requests that a measurement would meet.</summary>
    public sealed class App : AppFixture
    {
        /// <summary>Where folders may be connected.</summary>
        public string Root => Directory.CreateDirectory(Path.Combine(Folder, "roots")).FullName;

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Providers:LocalRoots", Root), new("Risk:LookForMarks", "00:00:00.100"), new("Posture:Daily", ""), new("Web:RequestsPerMinute", "100000")];
    }
}

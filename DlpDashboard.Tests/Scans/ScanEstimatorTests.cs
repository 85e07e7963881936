using System.IO.Compression;
using System.Text;
using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanEstimatorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task It_is_within_a_fifth_of_what_a_real_scan_of_many_formats_meets_and_reads()
    {
        using var folder = new TemporaryFolder();
        Fill(folder);
        await using var house = new ScanHouse(database, Folder(folder));
        var estimate = await EstimateAsync(house, ScanPlan.Everything);
        await using var scanning = new ScanHouse(database, Folder(folder), beside: house);
        var scan = await scanning.ScanAsync();

        Assert.Equal(ScanEstimateCertainty.Counted, estimate.Certainty);
        Assert.Equal(scan.Counts.Total(), estimate.Objects);
        Assert.Equal(scan.BytesListed, estimate.Bytes);
        Assert.InRange(estimate.BytesToRead, scan.BytesRead * 0.8, scan.BytesRead * 1.2);
        Assert.Equal(0, estimate.Cost.Total);
        Assert.Equal(new ScanEstimateRequests(0, 0), estimate.Requests);

        // The time of the next one follows from this one.
        await using var again = new ScanHouse(database, Folder(folder), beside: house);
        var second = await EstimateAsync(again, ScanPlan.Everything);
        Assert.Contains(second.Basis, sentence => sentence.Contains("last scan of this endpoint", StringComparison.Ordinal));
        Assert.InRange((scan.EndedUtc - scan.StartedUtc)!.Value.TotalSeconds, second.Time.AtLeastSeconds - 0.1, second.Time.AtMostSeconds + 0.1);
    }

    [Fact]
    public async Task Each_rule_tells_what_it_leaves_out_and_the_sample_what_it_proves()
    {
        var store = new ScriptedStore().WithMany("a", 2000, i => new string('x', 10)).With("a", "hr/big.csv", new string('x', 5000)).With("a", "hr/fine.csv", "1234").With("a", "it/x.csv", "1").With("b", "hr/y.txt", "12");
        await using var house = new ScanHouse(database, store);
        var estimate = await EstimateAsync(house, new ScanPlan { Prefixes = ["hr/", "hr/b"], Extensions = ["csv"], MaxObjectBytes = 100 });
        Assert.Equal((1L, 4L, 4L), (estimate.Objects, estimate.Bytes, estimate.BytesToRead));
        Assert.Equal([new(LeftOutBy.Prefix, 2001, 20001), new(LeftOutBy.Extension, 1, 2), new(LeftOutBy.Size, 1, 5000)], estimate.LeftOut);
        Assert.Equal(new ScanEstimateShare(2004, 25007), estimate.Listed);
        await using var scanning = new ScanHouse(database, store, beside: house);
        var asked = await scanning.Service.StartAsync(house.Actor, house.EndpointId, new ScanPlan { Prefixes = ["hr/"], Extensions = ["csv"], MaxObjectBytes = 100 }, ScanPriority.Normal, default);
        var scan = await scanning.RunAsync(asked.Value);
        Assert.Equal((estimate.Objects, estimate.BytesToRead, 1L, 1L), (scan.Counts.Total(), scan.BytesRead, scan.LeftOut.Extension, scan.LeftOut.Size));

        var sample = await EstimateAsync(house, new ScanPlan { SamplePercent = 10 });
        Assert.InRange(sample.Objects, 140, 260);
        Assert.Equal(SampleBound.OfClean(2004, sample.Objects), sample.Bound);
    }

    [Fact]
    public async Task What_was_read_already_is_skipped_where_only_changed_objects_are_read()
    {
        var store = new ScriptedStore().WithMany("a", 700, _ => "nothing");
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync();
        store.With("a", "new.txt", "something");
        var changed = await EstimateAsync(house, new ScanPlan { Mode = ScanMode.Changed });
        Assert.Equal(new ScanEstimateShare(700, 4900), changed.Unchanged);
        Assert.Equal((1L, 9L), (changed.Objects, changed.BytesToRead));
        Assert.Equal(701, (await EstimateAsync(house, ScanPlan.Everything)).Objects);
        Assert.Equal(700, (await EstimateAsync(house, new ScanPlan { Mode = ScanMode.Changed, Detectors = ["email"] })).Unchanged.Objects);

        var asked = await house.Service.StartAsync(house.Actor, house.EndpointId, new ScanPlan { Mode = ScanMode.Changed }, ScanPriority.Normal, default);
        var scan = await house.RunAsync(asked.Value);
        Assert.Equal((changed.Unchanged.Objects, changed.BytesToRead), (scan.Unchanged, scan.BytesRead));
    }

    [Fact]
    public async Task Cut_short_it_is_a_lower_bound_and_after_a_scan_an_extrapolation_near_the_truth()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 1000, i => new string('x', 50 + (i % 7))), provider: "aws");
        house.Get<IOptions<ScanEstimateOptions>>().Value.MaxObjects = 300;
        var bound = await EstimateAsync(house, ScanPlan.Everything);
        Assert.Equal((ScanEstimateCertainty.LowerBound, 300L), (bound.Certainty, bound.Objects));
        Assert.Contains("at least", bound.Basis[0], StringComparison.Ordinal);

        var scan = await house.ScanAsync();
        var far = await EstimateAsync(house, ScanPlan.Everything);
        Assert.Equal(ScanEstimateCertainty.Extrapolated, far.Certainty);
        Assert.InRange(far.Objects, 800, 1200);
        Assert.InRange(far.BytesToRead, scan.BytesRead * 0.8, scan.BytesRead * 1.2);
        Assert.InRange(far.Requests.Get, 800, 1200);
        Assert.Equal(ScanEstimateCertainty.Counted, (await EstimateAsync(house, new ScanPlan { Prefixes = ["file-00000"] })).Certainty);
    }

    [Fact]
    public async Task A_store_that_does_not_go_on_ends_the_listing_at_the_limit_of_time()
    {
        var store = new ScriptedStore().WithMany("a", 10, _ => "x").With("b", "y", "y");
        store.BeforeList = (bucket, stop) => bucket == "b" ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask;
        await using var house = new ScanHouse(database, store);
        house.Get<IOptions<ScanEstimateOptions>>().Value.MaxTime = TimeSpan.FromMilliseconds(100);
        Assert.Equal((ScanEstimateCertainty.LowerBound, 10L), (await EstimateAsync(house, ScanPlan.Everything)) is var e ? (e.Certainty, e.Objects) : default);

        house.Get<IOptions<ScanEstimateOptions>>().Value.MaxTime = TimeSpan.FromMinutes(1);
        using var leaving = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Get<ScanEstimator>().EstimateAsync(house.Actor, house.EndpointId, ScanPlan.Everything, null, leaving.Token));
    }

    [Fact]
    public async Task A_provider_that_fails_says_its_sentence_and_a_closed_bucket_is_named()
    {
        var store = new ScriptedStore().With("a", "x", "x").With("b", "y", "y");
        store.BeforeList = (bucket, _) => bucket == "b" ? throw new ObjectStoreException(StoreFault.Denied, "The key may not list this bucket.") : Task.CompletedTask;
        await using var house = new ScanHouse(database, store);
        var estimate = await EstimateAsync(house, ScanPlan.Everything);
        Assert.Equal(1, estimate.Objects);
        Assert.Contains(estimate.Basis, sentence => sentence.Contains("“b”: The key may not list this bucket.", StringComparison.Ordinal));

        store.BeforeList = (_, _) => throw new ObjectStoreException(StoreFault.Unreachable, "The server does not answer. Check the address.");
        var failed = await house.Get<ScanEstimator>().EstimateAsync(house.Actor, house.EndpointId, ScanPlan.Everything, null, default);
        Assert.Equal((ProblemKind.Unavailable, "The server does not answer. Check the address."), (failed.Problem!.Kind, failed.Problem.Sentence));

        // The turn was given back each time.
        store.BeforeList = (_, _) => Task.CompletedTask;
        Assert.Equal(2, (await EstimateAsync(house, ScanPlan.Everything)).Objects);
    }

    [Fact]
    public async Task Who_may_not_start_scans_may_not_estimate_them_and_hostile_plans_are_refused()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var estimator = house.Get<ScanEstimator>();
        var onlooker = house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead } };
        await Assert.ThrowsAsync<PermissionDeniedException>(() => estimator.EstimateAsync(onlooker, house.EndpointId, ScanPlan.Everything, null, default));
        Assert.Equal("scans.endpoint-not-found", (await estimator.EstimateAsync(house.Actor, Guid.CreateVersion7(), ScanPlan.Everything, null, default)).Problem?.Code);
        Assert.Equal("prefixes", (await estimator.EstimateAsync(house.Actor, house.EndpointId, new ScanPlan { Prefixes = [.. Enumerable.Range(0, 10_000).Select(i => $"{i}")] }, null, default)).Problem?.Field);
        Assert.Equal("samplePercent", (await estimator.EstimateAsync(house.Actor, house.EndpointId, new ScanPlan { SamplePercent = double.NaN }, null, default)).Problem?.Field);
    }

    [Fact]
    public async Task Budgets_bound_what_is_read_and_how_long()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 100, _ => new string('x', 1000)), provider: "aws");
        var estimate = await EstimateAsync(house, new ScanPlan { ByteBudget = 10_000, TimeBudget = TimeSpan.FromMinutes(1) });
        Assert.Equal((100L, 10_000L, 10L), (estimate.Objects, estimate.BytesToRead, estimate.Requests.Get));
        Assert.True(estimate.Time.AtMostSeconds <= 60);
    }

    [Fact]
    public async Task An_organisation_asks_one_at_a_time_and_not_too_often()
    {
        var held = new TaskCompletionSource();
        var listed = new TaskCompletionSource();
        var store = new ScriptedStore().With("a", "x", "x");
        store.BeforeList = async (_, stop) =>
        {
            listed.TrySetResult();
            await held.Task.WaitAsync(stop);
        };
        await using var house = new ScanHouse(database, store);
        var options = house.Get<IOptions<ScanEstimateOptions>>().Value;
        (options.MaxWait, options.PerMinute) = (TimeSpan.Zero, 3);
        var first = EstimateAsync(house, ScanPlan.Everything);
        await listed.Task;
        Assert.Equal("scans.estimates-busy", (await AskAsync(house)).Problem?.Code);
        held.SetResult();
        await first;
        Assert.True((await AskAsync(house)).Succeeded);
        Assert.Equal("scans.estimates-too-many", (await AskAsync(house)).Problem?.Code);
    }

    [Fact]
    public void Costs_follow_the_price_table_by_request_byte_and_storage_class()
    {
        var prices = new PriceList { Name = "Test", ListPer1000 = 5, GetPer1000 = 1, TransferPerGb = 0.1m, ObjectsPerList = 1000, BytesPerGet = 1 << 20, Classes = { ["COOL"] = new() { GetPer1000 = 10, RetrievalPerGb = 0.5m } } };
        var bill = new ScanBill(prices);
        bill.Read(null, 1 << 30);
        bill.Read("COOL", 1 << 19);
        bill.Read(null, 0);
        Assert.Equal(1025, bill.Gets);
        var cost = bill.Total(lists: 2, 1, 1);
        Assert.Equal((1.044m, 0.100049m, 0.000244m), (cost.Requests, cost.Transfer, cost.Retrieval));
        prices.ChargesTransfer = false;
        Assert.Equal(0, bill.Total(2, 1, 1).Transfer);
        Assert.True(PricingOptions.AreWell(new PricingOptions()));
        Assert.False(PricingOptions.AreWell(new PricingOptions { Aws = new PriceList { GetPer1000 = -0.1m } }));
    }

    private static Task<Outcome<ScanEstimate>> AskAsync(ScanHouse house) =>
        house.Get<ScanEstimator>().EstimateAsync(house.Actor, house.EndpointId, ScanPlan.Everything, null, default);

    private static async Task<ScanEstimate> EstimateAsync(ScanHouse house, ScanPlan plan)
    {
        var estimate = await house.Get<ScanEstimator>().EstimateAsync(house.Actor, house.EndpointId, plan, null, default);
        Assert.True(estimate.Succeeded, estimate.Problem?.Sentence);
        return estimate.Value;
    }

    private static LocalObjectStore Folder(TemporaryFolder folder) => new(new LocalRoots([folder.Path]).Open(folder.Path));

    // Of many formats and sizes, as people's folders are; the same each time.
    private static void Fill(TemporaryFolder folder)
    {
        var dice = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, dice.Next(1, 400)).Select(line => $"{line};row of {i};nothing to see {dice.Next()}")));
            var noise = new byte[dice.Next(1000, 400_000)];
            dice.NextBytes(noise);
            byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, .. noise];
            Directory.CreateDirectory(folder.At($"area-{i % 7}"));
            var (ending, bytes) = (i % 10) switch
            {
                0 => ("json", Encoding.UTF8.GetBytes($"{{\"lines\":[{string.Join(',', Enumerable.Range(0, 200))}]}}")),
                1 => ("png", png),
                2 => ("log.gz", Zipped(text)),
                3 => ("empty", []),
                _ => ("csv", text),
            };
            File.WriteAllBytes(folder.At($"area-{i % 7}/file-{i}.{ending}"), bytes);
        }
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return target.ToArray();
    }
}

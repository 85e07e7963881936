using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using DlpDashboard.Web.Telemetry;

namespace DlpDashboard.Tests.Scans;

/// <summary>What scans tell the collector. The meter is the process's, so each test scans a provider of its own name.</summary>
public sealed class ScanMeasuresTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] Labels = ["provider", "state", "outcome"];

    [Fact]
    public async Task A_scan_counts_its_objects_bytes_findings_and_batches_and_tells_its_wait_and_time()
    {
        using var heard = new Heard("measured");
        var store = new ScriptedStore().WithMany("a", 300, _ => Results.Text).With("a", "z.txt", "nothing");
        store.BeforeOpen = (stored, _) => stored.Key == "z.txt" ? throw new ObjectStoreException(StoreFault.Denied, "The key may not read this object.") : Task.CompletedTask;
        await using var house = new ScanHouse(database, store, options => options.BatchObjects = 100, provider: "measured");
        var scan = await house.ScanAsync();

        Assert.Equal(300, heard.Sum("dlp.scan.objects", "state", "scanned"));
        Assert.Equal(1, heard.Sum("dlp.scan.objects", "state", "denied"));
        Assert.Equal(scan.BytesRead, heard.Sum("dlp.scan.bytes"));
        Assert.Equal(300, heard.Sum("dlp.scan.findings"));
        Assert.True(heard.Sum("dlp.scan.batches") >= 4);
        Assert.Equal(heard.Sum("dlp.scan.batches"), heard.Times("dlp.scan.batch.duration"));
        Assert.Equal(1, heard.Times("dlp.scan.queue.wait"));
        Assert.Equal(1, heard.Times("dlp.scan.duration", "outcome", "completed"));
        Assert.Equal(0, heard.Sum("dlp.scan.running"));
        Assert.Equal(2, heard.Times("dlp.scan.running"));
    }

    [Fact]
    public async Task A_scan_that_fails_says_so_and_labels_never_name_who_or_what()
    {
        using var heard = new Heard("measured-failing");
        var store = new ScriptedStore().With("a", "secret-name.txt", "nothing");
        store.BeforeOpen = (_, _) => throw new ObjectStoreException(StoreFault.Unreachable, "The server does not answer.");
        await using var house = new ScanHouse(database, store, provider: "measured-failing");
        await house.ScanAsync();

        Assert.Equal(1, heard.Times("dlp.scan.duration", "outcome", "failed"));
        Assert.NotEmpty(heard.Labels());
        Assert.All(heard.Labels(), label => Assert.Contains(label, Labels));
    }

    [Fact]
    public async Task A_scan_is_one_trace_with_its_batches_in_it_and_without_keys_of_objects()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "secret-name.txt", Results.Text), provider: "traced");
        var scan = await house.ScanAsync();

        var trace = Assert.Single(ended, activity => activity.OperationName == "scan" && Equals(activity.GetTagItem("dlp.scan.id"), scan.Id));
        Assert.Equal(("completed", 1L, 1L), (trace.GetTagItem("outcome"), trace.GetTagItem("dlp.scan.objects"), trace.GetTagItem("dlp.scan.findings")));
        Assert.Equal(ActivityStatusCode.Ok, trace.Status);
        Assert.Contains(ended, activity => activity.OperationName == "scan.batch" && activity.TraceId == trace.TraceId && activity.ParentSpanId == trace.SpanId);
        Assert.DoesNotContain(trace.TagObjects, tag => $"{tag.Value}".Contains("secret-name", StringComparison.Ordinal));
    }

    /// <summary>Everything that the meter tells of one provider.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, string?> Tags)> _told = new();
        private readonly string _provider;

        public Heard(string provider)
        {
            _provider = provider;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Measures.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.Start();
        }

        public double Sum(string name, string? label = null, string? value = null) => Of(name, label, value).Sum(told => told.Value);

        public int Times(string name, string? label = null, string? value = null) => Of(name, label, value).Count();

        public IReadOnlyCollection<string> Labels() => [.. _told.SelectMany(told => told.Tags.Keys).Distinct()];

        public void Dispose() => _listener.Dispose();

        private IEnumerable<(string Name, double Value, Dictionary<string, string?> Tags)> Of(string name, string? label, string? value) =>
            _told.Where(told => told.Name == name && (label is null || told.Tags.GetValueOrDefault(label) == value));

        private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            if (named.GetValueOrDefault("provider") == _provider)
            {
                _told.Enqueue((instrument.Name, value, named));
            }
        }
    }
}

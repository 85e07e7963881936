using System.Globalization;
using System.Runtime.CompilerServices;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;
using DlpDashboard.Tests.Testing;
using Xunit.Abstractions;

namespace DlpDashboard.Tests.Extraction;

/// <summary>The managed memory that lives while one large object is read, measured by collecting again and again on the way, where bytes are read, where text is written and in between. The file lies on the disk.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class LiveMemoryTests(ITestOutputHelper output) : IDisposable
{
    private const long Most = 64_000_000;
    private readonly TemporaryFolder _folder = new();

    // All of them take minutes: the variable that makes them large asks for that (docs/performance.md).
    private static readonly string[] Costliest = ["html", "xml of many names", "avro of one block"];

    public static TheoryData<string> Names => new(Environment.GetEnvironmentVariable("DLP_LARGE_FILES") is null ? Costliest : LargeFiles.All.Keys);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task However_large_an_object_is_less_than_64_megabytes_live_for_it(string name)
    {
        var path = _folder.At("object");
        var size = Write(name, path);
        var meter = new MemoryMeter(Math.Max(size / 12, 1_000_000));
        await using var stream = new MeteredFile(path, meter);
        meter.Begin();
        var extractor = new ObjectExtractor();
        using var done = new CancellationTokenSource();
        var between = Task.Run(() => meter.WatchAsync(done.Token));
        var result = await extractor.ExtractAsync(stream, meter, ExtractionLimits.Default with { SpoolFolder = _folder.Path }, CancellationToken.None);
        await done.CancelAsync();
        await between;
        extractor.Dispose();
        extractor = null;
        meter.Forget();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {result.Kind} | {size / 1e6:F0} | {meter.Written / 1e6:F0} | {meter.Peak / 1e6:F1} | {result.State} | {result.Reason}"));
        Assert.True(meter.Samples > 0, "Nothing was measured.");
        Assert.True(meter.Peak < Most, string.Create(CultureInfo.InvariantCulture, $"{name}: {meter.Peak:N0} bytes live, {result.State} {result.Reason}"));
    }

    // The file's bytes are gone from memory when this returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Write(string name, string path)
    {
        File.WriteAllBytes(path, LargeFiles.All[name]());
        return new FileInfo(path).Length;
    }

    /// <summary>Collects and measures after each so many bytes read or written.</summary>
    private sealed class MemoryMeter(long step) : ISegmentSink
    {
        private const int MostSamples = 20;
        private readonly Lock _lock = new();
        private long _baseline;
        private long _highest;
        private long _since;

        public long Peak => _highest - _baseline;

        public int Samples { get; private set; }

        public long Written { get; private set; }

        public void Begin()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            _baseline = GC.GetTotalMemory(forceFullCollection: false);
        }

        /// <summary>What lives when the object is done and forgotten is no part of it; what was about to die before it neither.</summary>
        public void Forget()
        {
            GC.Collect();
            _baseline = Math.Min(_baseline, GC.GetTotalMemory(forceFullCollection: false));
        }

        public void Begin(ISegmentMap map) => Pass(0);

        public void Write(ReadOnlySpan<byte> utf8)
        {
            Written += utf8.Length;
            Pass(utf8.Length);
        }

        public void End() => Pass(0);

        public void Pass(long bytes)
        {
            _since += bytes;
            if (Samples > 0 && (_since < step || Samples >= MostSamples))
            {
                return;
            }

            _since = 0;
            Samples++;
            Measure();
        }

        /// <summary>Also where a reader is busy with what it has.</summary>
        public async Task WatchAsync(CancellationToken cancellationToken)
        {
            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(Environment.GetEnvironmentVariable("DLP_LARGE_FILES") is null ? 1000 : 50));
            try
            {
                while (await beat.WaitForNextTickAsync(cancellationToken))
                {
                    Measure();
                }
            }
            catch (OperationCanceledException)
            {
                // The object is read.
            }
        }

        private void Measure()
        {
            lock (_lock)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
                _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false));
            }
        }
    }

    /// <summary>A file that tells what is read of it.</summary>
    private sealed class MeteredFile(string path, MemoryMeter meter) : ReadOnlyStream
    {
        private readonly FileStream _file = File.OpenRead(path);

        public override bool CanSeek => true;

        public override long Length => _file.Length;

        public override long Position
        {
            get => _file.Position;
            set => _file.Position = value;
        }

        public override int Read(Span<byte> buffer) => Count(_file.Read(buffer));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await _file.ReadAsync(buffer, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            _file.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            meter.Pass(read);
            return read;
        }
    }
}

using System.Text;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

public sealed class SegmentScannerTests
{
    private static readonly DetectionEngine Everything = DetectionEngine.Create(floor: Likelihood.VeryUnlikely);

    public static TheoryData<string> Kinds => ["dense", "mixed", "binary", "adversarial"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_cut_of_the_stream_gives_the_same_detections(string kind)
    {
        var text = BenchCorpus.Make(kind, 400_000);
        var whole = ScanStreams.Scan(Everything, text);
        Assert.Equal(whole, ScanStreams.Scan(Everything, text, _ => 1));
        Assert.Equal(whole, ScanStreams.Scan(Everything, text, at => 1 + (at * 7919 % 5000)));
        Assert.Equal(whole, ScanStreams.Scan(Everything, text, at => at == 0 ? 98_239 : 98_304));
        Assert.True(kind == "binary" || whole.Count > 10);
    }

    [Fact]
    public void A_cut_at_every_byte_of_a_value_changes_nothing()
    {
        // The cut that counts is where the buffer is full, so the value is moved across it byte by byte.
        foreach (var detector in DetectorCatalogue.All)
        {
            var sample = Encoding.UTF8.GetBytes("\n" + detector.TrueSamples[0] + "\n");
            var expected = ScanStreams.Scan(Everything, sample).Select(Unplaced).ToList();
            for (var shift = 0; shift <= sample.Length; shift += Math.Max(1, sample.Length / 40))
            {
                var text = new byte[SegmentScanner.MaximumLag + 4000];
                Array.Fill(text, (byte)'\n');
                sample.CopyTo(text, SegmentScanner.MaximumLag - shift);
                Assert.Equal(expected, ScanStreams.Scan(Everything, text).Select(Unplaced));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kernel_finds_the_same(string kind)
    {
        var text = BenchCorpus.Make(kind, 300_000);
        var kernels = Enum.GetValues<VectorKernel>().Where(Prefilter.Supports).ToArray();
        var found = kernels.Select(kernel => ScanStreams.Scan(DetectionEngine.Create(null, Likelihood.VeryUnlikely, kernel), text)).ToArray();
        Assert.Contains(VectorKernel.Portable128, kernels);
        Assert.All(found, list => Assert.Equal(found[0], list));
    }

    [Fact]
    public void The_prefilter_passes_every_place_at_which_a_fingerprint_stands()
    {
        var text = BenchCorpus.Make("dense", 60_000);
        var padded = new byte[text.Length + 64 + Prefilter.Padding];
        text.CopyTo(padded, 64);
        foreach (var kernel in Enum.GetValues<VectorKernel>().Where(Prefilter.Supports))
        {
            var engine = DetectionEngine.Create(null, Likelihood.Possible, kernel);
            var masks = new ulong[(text.Length / 64) + 1];
            engine.Prefilter.Mark(padded, 64, text.Length, masks, new byte[Prefilter.ScratchFor(text.Length)]);
            for (var at = 64; at < 64 + text.Length; at++)
            {
                var stands = Stands(engine, padded, at);
                Assert.True(!stands || (masks[(at - 64) / 64] & (1UL << ((at - 64) & 63))) != 0, $"{kernel} misses {at}");
            }
        }
    }

    private static bool Stands(DetectionEngine engine, byte[] text, int at)
    {
        for (var vector = 0; vector < engine.Exact.Vectors; vector++)
        {
            var standing = engine.Exact.Test(ref text[at], vector);
            for (var index = 0; index < 512; index++)
            {
                if (((standing[index / 64] >> (index & 63)) & 1) != 0 && engine.Fingerprints[(vector * 512) + index].Listed?.MayBegin(text, at) != false)
                {
                    return true;
                }
            }
        }

        return false;
    }

    [Fact]
    public void Scanning_allocates_nothing()
    {
        var text = BenchCorpus.Make("dense", 1_000_000);
        var sink = new CountingSink();
        using var scanner = Everything.CreateScanner(sink);
        Pass(scanner, text);
        var found = sink.Total;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(scanner, text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(found > 1000);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Planted_values_are_all_found()
    {
        var dice = new Dice(42);
        var engine = DetectionEngine.Create();
        for (var i = 0; i < 100 * PlantedValues.Count; i++)
        {
            var (id, text) = PlantedValues.Make(i, dice);
            var found = ScanStreams.Scan(engine, Encoding.UTF8.GetBytes($"some words\n{text}\nmore words"));
            Assert.True(found.Any(line => line.StartsWith(id + " ", StringComparison.Ordinal)), $"{id}: {text} gave {string.Join(" | ", found)}");
        }
    }

    [Fact]
    public void Segments_do_not_know_each_other()
    {
        var sink = new Collected();
        using var scanner = Everything.CreateScanner(sink);
        foreach (var part in new[] { "card 4539 1488 ", "0343 6467" })
        {
            scanner.Begin(NoMap.Instance);
            scanner.Write(Encoding.UTF8.GetBytes(part));
            scanner.End();
        }

        Assert.DoesNotContain(sink.Lines, line => line.StartsWith("payment-card", StringComparison.Ordinal));
    }

    [Fact]
    public void Detections_come_in_order_and_do_not_overlap()
    {
        var starts = ScanStreams.Scan(Everything, BenchCorpus.Make("dense", 500_000))
            .Select(line => line.Split(' ')[1].Split('+').Select(long.Parse).ToArray()).ToArray();
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.First[0] + pair.First[1] <= pair.Second[0]));
    }

    private static void Pass(SegmentScanner scanner, byte[] text)
    {
        scanner.Begin(NoMap.Instance);
        for (var at = 0; at < text.Length; at += 30_000)
        {
            scanner.Write(text.AsSpan(at, Math.Min(30_000, text.Length - at)));
        }

        scanner.End();
    }

    private static string Unplaced(string line) => string.Join(' ', line.Split(' ').Where((_, place) => place != 1)) + line.Split(' ')[1].Split('+')[1];
}

using System.Diagnostics;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli.Bench;

/// <summary>Scans a corpus again and again and takes the median.</summary>
internal sealed class BenchRun(DetectionEngine engine, byte[] corpus, int threads)
{
    private const int Rounds = 5;

    /// <summary>Seconds of the median round, what the last one found, and bytes allocated in it by all threads.</summary>
    public (double Seconds, CountingSink Found, long Allocated) Measure()
    {
        var scanners = Enumerable.Range(0, threads).Select(_ => new CountingSink()).Select(sink => (Sink: sink, Scanner: engine.CreateScanner(sink))).ToArray();
        var seconds = new double[Rounds];
        long allocated = 0;

        // The first round warms code, caches and branch tables and does not count.
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (sink, _) in scanners)
            {
                Array.Clear(sink.ByDetector);
            }

            var begun = Stopwatch.GetTimestamp();
            allocated = threads == 1 ? Scan(scanners[0].Scanner, 0) : ScanTogether([.. scanners.Select(pair => pair.Scanner)]);
            if (round >= 0)
            {
                seconds[round] = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            }
        }

        var total = scanners[0].Sink;
        foreach (var (sink, _) in scanners.Skip(1))
        {
            for (var i = 0; i < total.ByDetector.Length; i++)
            {
                total.ByDetector[i] += sink.ByDetector[i];
            }
        }

        foreach (var (_, scanner) in scanners)
        {
            scanner.Dispose();
        }

        Array.Sort(seconds);
        return (seconds[Rounds / 2], total, allocated);
    }

    private long ScanTogether(SegmentScanner[] scanners)
    {
        var allocated = new long[scanners.Length];
        var workers = scanners.Select((scanner, part) => new Thread(() => allocated[part] = Scan(scanner, part))).ToArray();
        foreach (var worker in workers)
        {
            worker.Start();
        }

        foreach (var worker in workers)
        {
            worker.Join();
        }

        return allocated.Sum();
    }

    private long Scan(SegmentScanner scanner, int part)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        int from = Border(part), to = Border(part + 1);
        scanner.Begin(NoMap.Instance);
        for (var at = from; at < to; at += SegmentScanner.LongestWrite)
        {
            scanner.Write(corpus.AsSpan(at, Math.Min(SegmentScanner.LongestWrite, to - at)));
        }

        scanner.End();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Parts end at line ends, so that no value is cut in two.</summary>
    private int Border(int part)
    {
        var at = (int)((long)corpus.Length * part / threads);
        var line = part == 0 || part == threads ? -1 : corpus.AsSpan(at).IndexOf((byte)'\n');
        return line < 0 ? at : at + line + 1;
    }
}

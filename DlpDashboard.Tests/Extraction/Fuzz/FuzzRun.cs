using System.Diagnostics;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>
/// Extracts damaged files one after the other and watches for what must not be: an exception, more than five seconds, more memory than an object may have, a segment that
/// does not end, a map that does not answer. Each file follows from its number alone.
/// </summary>
internal sealed class FuzzRun(int firstSeed, int files, string? only = null)
{
    private const long MostAllocated = 256L * 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);
    private static readonly ExtractionLimits Limits = ExtractionLimits.Default with { DecompressedBytes = 32L * 1024 * 1024, Entries = 200 };

    private readonly List<(string Name, byte[] Bytes)> _seeds = [.. FuzzSeeds.All.Where(seed => only is null || seed.Name.Contains(only, StringComparison.Ordinal))];
    private readonly HashSet<string> _kinds = [];
    private int _current;
    private long _startedAt;

    /// <summary>What must not be, with the seeds that lead there.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How the files ended.</summary>
    public SortedDictionary<string, int> States { get; } = [];

    /// <summary>The most that was allocated for one file, in bytes.</summary>
    public long MostSeen { get; private set; }

    /// <summary>The longest that one file took.</summary>
    public TimeSpan LongestSeen { get; private set; }

    /// <summary>The bytes of a seed.</summary>
    public (string Name, byte[] Bytes) Make(int seed)
    {
        var random = new Random(seed);
        var (name, sound) = _seeds[random.Next(_seeds.Count)];
        return (name, new FuzzMutator(random).Mutate(sound, _seeds[random.Next(_seeds.Count)].Bytes));
    }

    /// <summary>Runs all files; a file that hangs ends the run.</summary>
    public async Task RunAsync()
    {
        using var done = new CancellationTokenSource();
        var work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!work.IsCompleted && await clock.WaitForNextTickAsync(done.Token))
        {
            var started = Volatile.Read(ref _startedAt);
            if (started != 0 && Stopwatch.GetElapsedTime(started) > 6 * MostTime)
            {
                var seed = Volatile.Read(ref _current);
                lock (Problems)
                {
                    Problems.Add($"seed {seed} ({Make(seed).Name}): hangs");
                }

                return;
            }
        }

        await work;
    }

    private void Work()
    {
        using var extractor = new ObjectExtractor();
        for (var i = 0; i < files && Problems.Count < 20; i++)
        {
            var seed = firstSeed + i;
            var (name, bytes) = Make(seed);
            Volatile.Write(ref _current, seed);
            Volatile.Write(ref _startedAt, Stopwatch.GetTimestamp());
            var problem = Try(extractor, bytes, seed);
            Volatile.Write(ref _startedAt, 0);
            if (problem is not null && IsNew(problem))
            {
                lock (Problems)
                {
                    Problems.Add($"seed {seed} ({name}, {bytes.Length:N0} bytes): {problem}");
                }
            }
        }
    }

    // One of each kind is enough: the kind is the place in the code that fails.
    private bool IsNew(string problem) => _kinds.Add(string.Concat(problem.Split('\n').Where(line => line.Contains(" at DlpDashboard", StringComparison.Ordinal)).Take(2)) is { Length: > 0 } place ? place : problem);

    private string? Try(ObjectExtractor extractor, byte[] bytes, int seed)
    {
        var sink = new FuzzSink();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var stream = new PartStream(bytes, seed % 7 == 0 ? 61 : int.MaxValue, seed % 2 == 0);
            var extraction = extractor.ExtractAsync(stream, sink, Limits, CancellationToken.None);
            if (!extraction.IsCompleted)
            {
                return "did not complete at once";
            }

            var result = extraction.AsTask().GetAwaiter().GetResult();
            States[$"{result.Kind} {result.State}"] = States.GetValueOrDefault($"{result.Kind} {result.State}") + 1;
            if ((result.Reason is null) != (result.State == ExtractionState.Scanned))
            {
                return $"{result.State} with the reason {result.Reason}";
            }
        }
        catch (Exception escaped)
        {
            return escaped.ToString();
        }

        var (took, allocated) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
        (LongestSeen, MostSeen) = (took > LongestSeen ? took : LongestSeen, Math.Max(allocated, MostSeen));
        return took > MostTime ? $"took {took.TotalSeconds:F1} s"
            : allocated > MostAllocated ? $"allocated {allocated:N0} bytes"
            : sink.IsOpen ? "left a segment open" : null;
    }
}

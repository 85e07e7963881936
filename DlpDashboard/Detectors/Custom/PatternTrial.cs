using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Custom;

/// <summary>
/// Times a regular expression before it is taken, on texts made to hurt it: its own letters over and over, alone and in turns. Texts grow, so that a slow one is known from little.
/// </summary>
internal sealed class PatternTrial(TimeProvider time)
{
    /// <summary>Slower than this many bytes a second is refused; a usual expression is a hundred times faster.</summary>
    public const int LeastBytesPerSecond = 500_000;

    private const int Smallest = 2 * 1024, Largest = 32 * 1024, Rounds = 5;

    // Below it a clock tells of other programs.
    private static readonly TimeSpan ShortestTold = TimeSpan.FromMilliseconds(25);

    private static readonly string[] Units = ["a", "0", "aA0 ", "4111 1111 1111 1112 ", "2024-01-02,word,99.95\n", "the quick brown fox, ", "\n"];

    /// <summary>Why it is too slow, for people; null where it is fast enough, or no expression.</summary>
    public string? WhyTooSlow(CustomRule rule)
    {
        if (rule.Kind != CustomKind.Pattern)
        {
            return null;
        }

        using var scanner = CustomEngine.Create([rule with { RequiredWords = [], ExcludedWords = [], Checksum = ChosenChecksum.None }]).CreateScanner(new Nobody());
        var own = string.Concat(rule.Pattern.Where(char.IsLetterOrDigit).Distinct().Take(40));
        for (var size = Smallest; size <= Largest; size *= 4)
        {
            foreach (var unit in Units.Concat(own.Select(letter => letter.ToString())).Append(own).Where(unit => unit.Length > 0))
            {
                if (IsSlow(scanner, unit, size))
                {
                    return $"On a text of \"{unit.Trim()}\" over and over it reads less than {LeastBytesPerSecond / 1000:N0} KB a second, which would hold up scans. Make it more precise: fewer alternatives that begin alike, shorter repeats.";
                }
            }
        }

        return null;
    }

    private bool IsSlow(CustomScanner scanner, string unit, int size)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, (size / unit.Length) + 1)));

        // Some times at most: the first pass builds what later ones find ready, and a busy machine is no fault of the expression.
        var allowed = Math.Max((double)text.Length / LeastBytesPerSecond, ShortestTold.TotalSeconds);
        for (var round = 0; round < Rounds; round++)
        {
            var began = time.GetTimestamp();
            scanner.Begin(NoMap.Instance);
            scanner.Write(text);
            scanner.End();
            if (time.GetElapsedTime(began).TotalSeconds <= allowed)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Nobody : IDetectionSink
    {
        public void Found(in Detection.Detection detection)
        {
        }
    }
}

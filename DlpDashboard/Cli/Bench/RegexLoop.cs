using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace DlpDashboard.Cli.Bench;

/// <summary>What most tools do, as a yardstick in the same process: one compiled regular expression a detector, each over the whole decoded text, candidates only.</summary>
internal static class RegexLoop
{
    private const int Longest = 8_000_000;

    private static readonly string[] Patterns =
    [
        @"\b(?:\d[ -]?){12,18}\d\b", @"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b", @"\b\d{3}[- ]?\d{2}[- ]?\d{4}\b", @"\b[\w.+%-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}\b",
        @"(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){2,4}\b", @"\b(?:\d{1,3}\.){3}\d{1,3}\b", @"\b(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\b|\b(?:[0-9A-Fa-f]{1,4}:)*:(?:[0-9A-Fa-f]{1,4}:?)*\b",
        "-----BEGIN [A-Z ]*PRIVATE KEY", @"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b", @"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])", @"\bgh[pousr]_[A-Za-z0-9]{36}\b", @"\beyJ[\w-]+\.[\w-]+\.[\w-]*",
        "\"service_account\"", @"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==", @"\b[a-z+]{2,16}://[^\s:/@]*:[^\s@]+@[^\s]+", @"(?i)\b(?:server|host|data source)=[^;]+;.*?(?:password|pwd)=[^;]+", @"(?i)(?:passw(?:or)?d|pwd|secret|api[_-]?key|token)\w*[""']?\s*[:=]\s*[""']?[^\s""']{6,}",
        @"\b(?:\d{4}[-/.]\d{2}[-/.]\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b", @"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b", @"(?i)\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", @"\b\d{7,8}-?[A-Za-z]\b", @"\b[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}\b",
    ];

    /// <summary>Megabytes a second over at most the first eight of the corpus.</summary>
    public static double Measure(byte[] corpus)
    {
        var bytes = Math.Min(corpus.Length, Longest);
        var expressions = Patterns.Select(pattern => new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(10))).ToArray();
        var warm = Encoding.UTF8.GetString(corpus, 0, Math.Min(bytes, 200_000));
        _ = expressions.Sum(expression => Count(expression, warm));
        var begun = Stopwatch.GetTimestamp();
        var text = Encoding.UTF8.GetString(corpus, 0, bytes);
        _ = expressions.Sum(expression => Count(expression, text));
        return bytes / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static int Count(Regex expression, string text)
    {
        var count = 0;
        foreach (var _ in expression.EnumerateMatches(text))
        {
            count++;
        }

        return count;
    }
}

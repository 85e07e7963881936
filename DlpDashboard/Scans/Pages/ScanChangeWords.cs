using DlpDashboard.Detection;
using DlpDashboard.Findings.History;
using DlpDashboard.UI;

namespace DlpDashboard.Scans.Pages;

/// <summary>Changes in words and tones.</summary>
internal static class ScanChangeWords
{
    /// <summary>The kinds, what needs a look first.</summary>
    public static readonly IReadOnlyList<ScanChangeKind> Kinds = Enum.GetValues<ScanChangeKind>();

    public static Tone ToneOf(ScanChangeKind kind) => kind switch
    {
        ScanChangeKind.New or ScanChangeKind.CameBack => Tone.Warn,
        ScanChangeKind.Gone => Tone.Good,
        _ => Tone.Neutral,
    };

    public static string Sub(ScanChangeKind kind) => kind switch
    {
        ScanChangeKind.New => "never seen before",
        ScanChangeKind.CameBack => "after they were gone or resolved",
        ScanChangeKind.Changed => "in number, severity or likelihood",
        _ => "no longer there",
    };

    /// <summary>"3 → 7", "7" where it stayed, or the one side there is.</summary>
    public static string Counts(ScanChangeRow row) => Turned(row.CountBefore, row.CountAfter, count => Figures.Grouped(count));

    /// <summary>What else turned: "Medium → Critical, Possible → Likely"; empty where nothing did.</summary>
    public static string Turns(ScanChangeRow row)
    {
        var parts = new List<string>();
        if (row is { SeverityBefore: Severity before, SeverityAfter: Severity after } && before != after)
        {
            parts.Add($"{Words.Of(before)} → {Words.Of(after)}");
        }

        if (row is { LikelihoodBefore: Likelihood less, LikelihoodAfter: Likelihood more } && less != more)
        {
            parts.Add($"{Words.Of(less)} → {Words.Of(more)}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>An object's key, or that its finding is no longer kept.</summary>
    public static string Object(ScanChangeRow row) => row.ObjectKey.Length > 0 ? row.ObjectKey : "No longer kept";

    private static string Turned<T>(T? before, T? after, Func<T, string> words)
        where T : struct => (before, after) switch
        {
            ({ } was, { } now) when !was.Equals(now) => $"{words(was)} → {words(now)}",
            (_, { } now) => words(now),
            ({ } was, _) => words(was),
            _ => "–",
        };
}

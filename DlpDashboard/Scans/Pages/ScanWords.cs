using DlpDashboard.Scans.Live;
using DlpDashboard.UI;
using DlpDashboard.UI.Time;

namespace DlpDashboard.Scans.Pages;

/// <summary>Scans in words and tones.</summary>
internal static class ScanWords
{
    /// <summary>The states of objects, the good one first.</summary>
    public static readonly IReadOnlyList<ObjectState> ObjectStates = Enum.GetValues<ObjectState>();

    public static Tone ToneOf(ScanState state) => state switch
    {
        ScanState.Running => Tone.Live,
        ScanState.Completed => Tone.Good,
        ScanState.Failed => Tone.Bad,
        ScanState.Queued or ScanState.Paused or ScanState.Stopped => Tone.Warn,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(ObjectState state) => state switch
    {
        ObjectState.Scanned => Tone.Good,
        ObjectState.Failed or ObjectState.Denied => Tone.Bad,
        ObjectState.Unsupported => Tone.Neutral,
        _ => Tone.Warn,
    };

    public static Tone ToneOf(ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Clean => Tone.Good,
        ScanVerdict.Found => Tone.Bad,
        ScanVerdict.Incomplete => Tone.Warn,
        _ => Tone.Neutral,
    };

    public static string Of(ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Clean => "Clean",
        ScanVerdict.Found => "Private data found",
        ScanVerdict.Incomplete => "Nothing found, not all read",
        _ => "Too early to say",
    };

    public static string Of(ScanState state, bool isCancelling) => isCancelling && state == ScanState.Running ? "Stopping" : Words.Of(state);

    /// <summary>A state as addresses carry it.</summary>
    public static string InAddress(Enum state) => char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..];

    /// <summary>Reads what <see cref="InAddress"/> wrote; null for anything else.</summary>
    public static T? FromAddress<T>(string? text)
        where T : struct, Enum => text?.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>"1,200 of 20,000 objects", or "1,200 objects, still listing".</summary>
    public static string Objects(long done, long listed, bool isListed) =>
        isListed ? $"{Figures.Grouped(done)} of {Words.Counted(listed, "object")}" : $"{Figures.Grouped(done)} of {Words.Counted(listed, "object")} so far, still listing";

    public static string Speed(double bytesPerSecond) => $"{Figures.Bytes((long)bytesPerSecond)}/s";

    public static string TimeLeft(ScanProgress progress) =>
        progress.TimeLeft is { } left ? $"about {Durations.Of(left)} left" : progress.IsListed ? "time left unknown" : "time left unknown while listing";

    /// <summary>How long it ran or runs.</summary>
    public static string Took(ScanRow scan, DateTime nowUtc) =>
        scan.StartedUtc is { } started ? Durations.Of((scan.EndedUtc ?? nowUtc) - started) : "–";
}

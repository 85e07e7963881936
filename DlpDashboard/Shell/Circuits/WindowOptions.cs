using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Shell.Circuits;

/// <summary>
/// How many windows (browser tabs, each one circuit) people may have open and what each may cost: <c>DLP__Windows__…</c>. The framework's defaults are made for
/// public sites; these for a team whose dashboards stay open all day.
/// </summary>
public sealed class WindowOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Windows";

    /// <summary>Open windows of one account.</summary>
    [Range(1, 100_000)]
    public int PerPerson { get; set; } = 100;

    /// <summary>Open windows of all people on this node.</summary>
    [Range(1, 1_000_000)]
    public int InAll { get; set; } = 2000;

    /// <summary>Windows whose connection broke that are kept for their return; beyond it the one that broke first is given up.</summary>
    [Range(0, 100_000)]
    public int KeptAfterCut { get; set; } = 500;

    /// <summary>How long such a window is kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Drawings that a slow browser may owe an answer for before the server waits with the next.</summary>
    [Range(2, 1000)]
    public int UnansweredDrawings { get; set; } = 10;

    /// <summary>The largest message from a browser, in bytes: bounds what can be typed or pasted at once.</summary>
    [Range(16 * 1024, 64 * 1024 * 1024)]
    public long MaxMessageBytes { get; set; } = 128 * 1024;

    /// <summary>Longest wait for the browser's answer to a call of the server.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(30);
}

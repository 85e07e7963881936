namespace DlpDashboard.Demo;

/// <summary>A first start with something to look at: <c>DLP__Demo__…</c>, or <c>--demo</c> on the command line.</summary>
public sealed class DemoOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Demo";

    /// <summary>
    /// Whether an empty database is given an endpoint over made-up files, its first scan and two schedules. Without effect once any endpoint exists.
    /// </summary>
    public bool Enabled { get; set; }

    /// <summary>How many files are made.</summary>
    public int Files { get; set; } = 4000;
}

using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Risk;

/// <summary>How risks are joined. Section <c>Risk</c>.</summary>
public sealed class RiskOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Risk";

    /// <summary>How often a node looks whether anything has changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan LookForMarks { get; set; } = TimeSpan.FromSeconds(2);
}

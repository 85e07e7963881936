using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Admin.Retention;

/// <summary>When and how gently what is too old is removed. Section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retention";

    /// <summary>The daily run's time of day, UTC.</summary>
    public TimeOnly Time { get; set; } = new(3, 30);

    /// <summary>Most rows that one transaction removes.</summary>
    [Range(1, 10_000)]
    public int ChunkRows { get; set; } = 5000;
}

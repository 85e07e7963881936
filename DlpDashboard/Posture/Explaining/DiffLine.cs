namespace DlpDashboard.Posture.Explaining;

/// <summary>A line of a comparison.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffKind Kind, string Text);

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the former.</summary>
    Gone,

    /// <summary>Only in the newer.</summary>
    New,

    /// <summary>Stands for lines that are left out.</summary>
    Folded,
}

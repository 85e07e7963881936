using DlpDashboard.Detectors.Custom;

namespace DlpDashboard.Detectors.Trying;

/// <summary>A text to try out.</summary>
internal sealed record TryBody
{
    /// <summary>The text; it is not kept.</summary>
    public required string Text { get; init; }

    /// <summary>Only these detectors and packs look; empty means all that are on.</summary>
    public IReadOnlyList<string>? Detectors { get; init; }

    /// <summary>Whether what is too unlikely to be reported is told too.</summary>
    public bool IncludeUnlikely { get; init; }

    /// <summary>Instead of them: a custom detector that is not saved.</summary>
    public CustomDetectorBody? Custom { get; init; }
}

namespace DlpDashboard.Detection;

/// <summary>One value seen, as handed to <see cref="IDetectionSink"/>: nothing is allocated for it.</summary>
public readonly ref struct Detection
{
    /// <summary>Which detector saw it.</summary>
    public required Detector Detector { get; init; }

    /// <summary>First byte, from the start of the segment's UTF-8 text.</summary>
    public required long Start { get; init; }

    /// <summary>The value's bytes, as they stand in the text. Secret: never logged or kept unmasked.</summary>
    public required ReadOnlySpan<byte> Value { get; init; }

    /// <summary>0 to 1; <see cref="Likelihood"/> follows from it.</summary>
    public required double Score { get; init; }

    /// <summary>How sure.</summary>
    public required Likelihood Likelihood { get; init; }

    /// <summary>Why: the parts the score was made of. <see cref="DetectionReasons.ToNames"/> writes them as outside systems read them.</summary>
    public required DetectionReasons Reasons { get; init; }

    /// <summary>Why, where a custom detector saw it: it has words of its own. Null for the built-in ones.</summary>
    public IReadOnlyList<string>? OwnReasons { get; init; }

    /// <summary>Why, as outside systems read it.</summary>
    public IReadOnlyList<string> ReasonNames => OwnReasons ?? Reasons.ToNames();

    /// <summary>Answers where the value stands; ask only while handling the detection.</summary>
    public required ISegmentMap Map { get; init; }
}

namespace DlpDashboard.Detection.Redaction;

/// <summary>Whether any detector reports something at a place of a short text. One instance a thread.</summary>
internal sealed class PlainLook : IDisposable
{
    private static readonly Lazy<DetectionEngine> Engine = new(() => DetectionEngine.Create());

    private readonly Place _place = new();
    private readonly SegmentScanner _scanner;

    public PlainLook() => _scanner = Engine.Value.CreateScanner(_place);

    /// <summary>Whether a value is reported that has a byte in common with this place.</summary>
    public bool Touches(ReadOnlySpan<byte> text, int start, int end)
    {
        (_place.Start, _place.End, _place.IsTouched) = (start, end, false);
        _scanner.Begin(NoMap.Instance);
        _scanner.Write(text);
        _scanner.End();
        return _place.IsTouched;
    }

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();

    private sealed class Place : IDetectionSink
    {
        public int Start { get; set; }

        public int End { get; set; }

        public bool IsTouched { get; set; }

        public void Found(in Detection detection) => IsTouched |= detection.Start < End && detection.Start + detection.Value.Length > Start;
    }
}

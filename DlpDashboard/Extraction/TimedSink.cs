using DlpDashboard.Detection;

namespace DlpDashboard.Extraction;

/// <summary>Hands text on as long as there is time, and ends a segment that was left open, so that what was read counts.</summary>
internal sealed class TimedSink(ObjectClock clock) : ISegmentSink
{
    private ISegmentSink? _inner;
    private bool _isOpen;

    /// <summary>The next object's text goes there.</summary>
    public void Open(ISegmentSink inner) => (_inner, _isOpen) = (inner, false);

    /// <inheritdoc/>
    public void Begin(ISegmentMap map)
    {
        clock.Check();
        _isOpen = true;
        _inner!.Begin(map);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        clock.Check();
        _inner!.Write(utf8);
    }

    /// <inheritdoc/>
    public void End()
    {
        _isOpen = false;
        _inner!.End();
    }

    /// <summary>Ends the segment that stands open, if one does.</summary>
    public void Close()
    {
        if (_isOpen)
        {
            End();
        }
    }
}

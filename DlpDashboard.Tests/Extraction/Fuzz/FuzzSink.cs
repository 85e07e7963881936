using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>Asks the map of each write for some places, first, last and between.</summary>
internal sealed class FuzzSink : ISegmentSink
{
    private ISegmentMap? _map;
    private long _length;

    public bool IsOpen => _map is not null;

    public void Begin(ISegmentMap map)
    {
        Assert.Null(_map);
        (_map, _length) = (map, 0);
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Assert.NotNull(_map);
        var start = _length;
        _length += utf8.Length;
        for (var i = 0; i < 8 && utf8.Length > 0; i++)
        {
            var offset = start + (utf8.Length * (long)i / 8);
            Assert.NotNull(_map.LocationAt(offset));
            Assert.InRange(_map.KeyAt(offset).Length, 0, 1024);
        }
    }

    public void End()
    {
        Assert.NotNull(_map);
        _map = null;
    }
}

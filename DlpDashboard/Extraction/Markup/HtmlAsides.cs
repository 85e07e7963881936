using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Markup;

/// <summary>
/// Keeps what stands beside the text of a line, attributes and comments, until the line is complete: a value that tags run through stays whole.
/// </summary>
internal sealed class HtmlAsides(PlacedTextWriter text)
{
    private const int Room = 16 * 1024;

    private readonly List<(MarkupPlace Place, long Line, int Start)> _runs = [];
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Runs kept.</summary>
    public int Count => _runs.Count;

    /// <summary>Whether so much more does not fit.</summary>
    public bool IsFull(int more) => _length + more + 1 > Room;

    /// <summary>A run begins.</summary>
    public void Begin(MarkupPlace place, long line)
    {
        End();
        _bytes = _bytes.Length == 0 ? new byte[Room] : _bytes;
        _runs.Add((place, line, _length));
    }

    /// <summary>Names the runs from a number on anew.</summary>
    public void Rename(int from, Func<MarkupPlace, MarkupPlace> rename)
    {
        for (var i = from; i < _runs.Count; i++)
        {
            _runs[i] = _runs[i] with { Place = rename(_runs[i].Place) };
        }
    }

    /// <summary>Adds to the run that began last.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(_bytes.AsSpan(_length));
        _length += piece.Length;
    }

    /// <summary>Writes all runs, each on lines of its own.</summary>
    public void Flush()
    {
        End();
        for (var i = 0; i < _runs.Count; i++)
        {
            var end = i + 1 < _runs.Count ? _runs[i + 1].Start : _length;
            text.Place(_runs[i].Place, _runs[i].Line, 0);
            text.Append(_bytes.AsSpan(_runs[i].Start, end - _runs[i].Start));
        }

        _runs.Clear();
        _length = 0;
    }

    private void End()
    {
        if (_runs.Count > 0 && _length > _runs[^1].Start && _length < Room)
        {
            _bytes[_length++] = (byte)'\n';
        }
    }
}

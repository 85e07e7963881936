using System.Globalization;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>
/// The last bytes a decoder made, for its matches; also its output. Grows with what is made, up to what the format asks for and the object's budget allows:
/// a file that names a large window and does not use it costs nothing.
/// </summary>
internal sealed class SlidingWindow : IDisposable
{
    private const int FirstSize = 64 * 1024;

    private readonly ArchiveBudget _budget;
    private long _wanted;
    private byte[] _bytes;
    private int _position;
    private int _outputStart;
    private bool _hasWrapped;

    /// <summary>An empty window.</summary>
    /// <param name="wanted">The size the format asks for, in bytes.</param>
    /// <param name="budget">What the object may cost.</param>
    public SlidingWindow(long wanted, ArchiveBudget budget)
    {
        (_wanted, _budget) = (Math.Max(wanted, FirstSize), budget);
        if (!budget.TryTakeMemory(FirstSize))
        {
            throw new DecoderStopException(TooLarge());
        }

        _bytes = new byte[FirstSize];
    }

    /// <summary>Bytes made since the last <see cref="Reset"/>.</summary>
    public long Total { get; private set; }

    /// <summary>Bytes that can be made before <see cref="Begin"/> must be called again.</summary>
    public int Room => _bytes.Length - _position;

    /// <summary>What was made since <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> Output => _bytes.AsMemory(_outputStart, _position - _outputStart);

    private long Held => Math.Min(Total, _hasWrapped ? _bytes.Length : _position);

    /// <summary>What was made was taken: there is room again.</summary>
    public void Begin()
    {
        if (_position == _bytes.Length && !TryGrow())
        {
            (_position, _hasWrapped) = (0, true);
        }

        _outputStart = _position;
    }

    /// <summary>Begins another stream in the memory at hand: files of many small ones cost no more than their bytes.</summary>
    /// <param name="wanted">The size it asks for, in bytes.</param>
    public void Restart(long wanted)
    {
        _wanted = Math.Max(wanted, FirstSize);
        (_position, _outputStart, _hasWrapped, Total) = (0, 0, false, 0);
    }

    /// <summary>The history ends here: no match reaches further back.</summary>
    public void Reset() => Total = 0;

    /// <summary>Makes a byte.</summary>
    public void Put(byte value)
    {
        _bytes[_position++] = value;
        Total++;
    }

    /// <summary>Makes bytes, at most <see cref="Room"/>.</summary>
    public void Put(ReadOnlySpan<byte> values)
    {
        values.CopyTo(_bytes.AsSpan(_position));
        _position += values.Length;
        Total += values.Length;
    }

    /// <summary>The byte so far back, from 1; 0 before the first.</summary>
    public byte Back(long distance)
    {
        if (distance > Held)
        {
            return Total == 0 ? (byte)0 : Missing(distance);
        }

        var at = _position - (int)distance;
        return _bytes[at < 0 ? at + _bytes.Length : at];
    }

    /// <summary>Repeats bytes from so far back; <paramref name="length"/> is at most <see cref="Room"/>.</summary>
    public void Copy(long distance, int length)
    {
        if (distance > Held)
        {
            Missing(distance);
        }

        var from = _position - (int)distance;
        from += from < 0 ? _bytes.Length : 0;
        if (from + length <= _bytes.Length && (from > _position || distance >= length))
        {
            _bytes.AsSpan(from, length).CopyTo(_bytes.AsSpan(_position));
            _position += length;
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                _bytes[_position++] = _bytes[from++];
                from = from == _bytes.Length ? 0 : from;
            }
        }

        Total += length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _budget.GiveMemory(_bytes.Length);
        _bytes = [];
        (_position, _outputStart) = (0, 0);
    }

    private byte Missing(long distance)
    {
        Damage.Unless(distance <= Total && distance <= _wanted);
        throw new DecoderStopException(TooLarge());
    }

    // In steps of four, so that little is copied; the last is what is wanted or left.
    private bool TryGrow()
    {
        if (_hasWrapped || _bytes.Length >= _wanted)
        {
            return false;
        }

        var size = (int)Math.Min(Math.Min(_bytes.Length * 4L, _wanted), Array.MaxLength);
        while (size > _bytes.Length && !_budget.TryTakeMemory(size - _bytes.Length))
        {
            size = size / 2 > _bytes.Length ? size / 2 : _bytes.Length;
        }

        if (size == _bytes.Length)
        {
            return false;
        }

        Array.Resize(ref _bytes, size);
        return true;
    }

    private string TooLarge() => string.Create(
        CultureInfo.InvariantCulture, $"Reading stopped: it looks back further than the {_budget.Limits.MemoryBytes:N0} bytes that are kept in memory for one object.");
}

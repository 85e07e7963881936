using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Extraction.Formats;

/// <summary>
/// Writes one segment at a time whose places are known while it is written: cells, pages, elements, headers. Text is gathered in a block and handed on
/// when that is full; of each run only where it starts and two numbers are kept, as far back as may be asked.
/// </summary>
internal sealed class PlacedTextWriter(Action<long> onWritten) : ISegmentMap
{
    private byte[] _block = [];
    private Run[] _runs = new Run[256];
    private int _firstRun;
    private int _runCount;
    private ISegmentSink? _sink;
    private string? _entry;
    private long _flushed;
    private int _length;
    private bool _hasBegun;

    /// <summary>What kind of file the content being written is.</summary>
    public FileKind FileKind { get; set; }

    /// <summary>A new object begins.</summary>
    public void Reset(ISegmentSink sink)
    {
        (_sink, _hasBegun, _length, _flushed) = (sink, false, 0, 0);
        Forget();
    }

    /// <summary>A segment begins; values never span two. The sink hears of it with its first text.</summary>
    /// <param name="entry">The entry its content is, or null.</param>
    public void Open(string? entry)
    {
        (_entry, _hasBegun, _length, _flushed) = (entry, false, 0, 0);
        _block = _block.Length == 0 ? new byte[BlockPool.BlockSize] : _block;
        Forget();
    }

    /// <summary>What is appended from here on stands at this place.</summary>
    public void Place(IPlaceNames names, long major, long minor)
    {
        var run = new Run(_flushed + _length, names, major, minor);
        if (_runCount > 0 && Last.Start == run.Start)
        {
            Last = run;
            return;
        }

        if (_firstRun + _runCount == _runs.Length)
        {
            MakeRoom();
        }

        _runs[_firstRun + _runCount++] = run;
    }

    /// <summary>Appends UTF-8 text, cut anywhere.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var part = Math.Min(utf8.Length, _block.Length - _length);
            utf8[..part].CopyTo(_block.AsSpan(_length));
            _length += part;
            utf8 = utf8[part..];
            if (_length == _block.Length)
            {
                Flush();
            }
        }
    }

    /// <summary>Appends text; a surrogate alone becomes U+FFFD.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[768];
        while (!text.IsEmpty)
        {
            var part = Math.Min(text.Length, 256);
            if (part < text.Length && char.IsHighSurrogate(text[part - 1]))
            {
                part--;
            }

            Append(utf8[..Encoding.UTF8.GetBytes(text[..part], utf8)]);
            text = text[part..];
        }
    }

    /// <summary>The segment is complete.</summary>
    public void Close()
    {
        Flush();
        if (_hasBegun)
        {
            _hasBegun = false;
            _sink!.End();
        }

        Forget();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyAt(long offset) =>
        _runCount == 0 ? default : RunAt(offset) is var run && run.Names is null ? default : run.Names.KeyOf(run.Major, run.Minor);

    /// <inheritdoc/>
    public TextLocation LocationAt(long offset) =>
        _runCount > 0 && RunAt(offset) is { Names: not null } run ? run.Names.LocationOf(run.Major, run.Minor, _entry) : new TextLocation(Entry: _entry);

    private ref Run Last => ref _runs[_firstRun + _runCount - 1];

    private void Flush()
    {
        if (_length == 0)
        {
            return;
        }

        if (!_hasBegun)
        {
            _hasBegun = true;
            _sink!.Begin(this);
        }

        var length = _length;
        _flushed += length;
        _length = 0;
        onWritten(length);
        _sink!.Write(_block.AsSpan(0, length));
        ForgetBefore(_flushed - length - ISegmentMap.LookBehind);
    }

    // The last run that starts at or before the offset; what is no longer kept is answered with the oldest kept.
    private Run RunAt(long offset)
    {
        var (low, high) = (_firstRun, _firstRun + _runCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _runs[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _runs[low];
    }

    private void ForgetBefore(long offset)
    {
        var from = _firstRun;
        while (_runCount > 1 && _runs[_firstRun + 1].Start <= offset)
        {
            _firstRun++;
            _runCount--;
        }

        // Names that are asked for no more may be large.
        Array.Clear(_runs, from, _firstRun - from);
    }

    private void MakeRoom()
    {
        var larger = _runCount * 2 > _runs.Length ? new Run[_runs.Length * 2] : _runs;
        Array.Copy(_runs, _firstRun, larger, 0, _runCount);
        if (larger == _runs)
        {
            Array.Clear(_runs, _runCount, _firstRun);
        }

        (_runs, _firstRun) = (larger, 0);
    }

    private void Forget()
    {
        Array.Clear(_runs);
        (_firstRun, _runCount) = (0, 0);
    }

    private readonly record struct Run(long Start, IPlaceNames? Names, long Major, long Minor);
}

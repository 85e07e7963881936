namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Answers "what place is this byte" lazily: a cursor that moves over the source only when asked. Marks are left on the way, so that
/// a step back costs at most <see cref="Stride"/> bytes; asking for every byte of a block in order reads it once.
/// </summary>
/// <typeparam name="TPlace">The place: a small value.</typeparam>
internal abstract class Tracker<TPlace>
    where TPlace : struct
{
    /// <summary>Bytes between marks.</summary>
    protected const int Stride = 512;

    private readonly TPlace[] _marks = new TPlace[(BlockPool.BlockSize / Stride) + 2];
    private TextBlock? _block;
    private TPlace _place;
    private int _position;
    private int _origin;
    private int _marked;

    /// <summary>Forgets everything: a new segment begins.</summary>
    public virtual void Reset() => _block = null;

    /// <summary>Forgets a block that is about to be reused.</summary>
    public void Forget(TextBlock block)
    {
        if (_block == block)
        {
            _block = null;
        }
    }

    /// <summary>The place of a byte of a block whose start is known. The block's end may be asked for too.</summary>
    public TPlace PlaceAt(TextBlock block, int position)
    {
        Enter(block);
        Rewind(block, position);
        while (_position < position)
        {
            var stop = Math.Min(position, _position + Stride - ((_position - _origin) % Stride));
            Advance(ref _place, block.Source, _position, stop);
            _position = stop;
            if (_position - _origin == _marked * Stride)
            {
                Mark();
            }
        }

        return _place;
    }

    /// <summary>The place after a block's last byte, without leaving marks.</summary>
    protected TPlace PlaceAtEnd(TextBlock block)
    {
        Enter(block);
        if (_position < block.Length)
        {
            if (TryRestart(block, _position, block.Length, out var restart, out var fresh))
            {
                (_position, _place) = (restart, fresh);
            }

            Advance(ref _place, block.Source, _position, block.Length);
            _position = block.Length;
            _marked = int.MaxValue;
        }

        return _place;
    }

    /// <summary>Reads the place at the start of a block.</summary>
    protected abstract TPlace Load(TextBlock block);

    /// <summary>Moves a place over part of a block's source.</summary>
    protected abstract void Advance(ref TPlace place, ReadOnlySpan<byte> source, int from, int to);

    /// <summary>Called when a mark was left: what it refers to must stay.</summary>
    protected virtual void Marked()
    {
    }

    /// <summary>Called when the cursor went back to a mark: what was made since the last mark is not needed.</summary>
    protected virtual void Rewound()
    {
    }

    /// <summary>Finds a later position that is a known place whatever stands before it: a line of JSON lines.</summary>
    protected virtual bool TryRestart(TextBlock block, int from, int position, out int restart, out TPlace place)
    {
        (restart, place) = (0, default);
        return false;
    }

    private void Enter(TextBlock block)
    {
        if (_block == block && _marked != int.MaxValue)
        {
            return;
        }

        _block = block;
        StartMarksAt(0, Load(block));
    }

    private void Rewind(TextBlock block, int position)
    {
        var isBehind = position < _position;
        var from = !isBehind ? _position : position >= _origin ? _origin : 0;
        if ((isBehind || position - _position > Stride) && TryRestart(block, from, position, out var restart, out var fresh))
        {
            StartMarksAt(restart, fresh);
            return;
        }

        if (position < _origin)
        {
            StartMarksAt(0, Load(block));
        }
        else if (isBehind)
        {
            var mark = Math.Min((position - _origin) / Stride, _marked - 1);
            (_place, _position) = (_marks[mark], _origin + (mark * Stride));
            Rewound();
        }
    }

    private void StartMarksAt(int origin, TPlace place)
    {
        (_origin, _position, _place, _marked) = (origin, origin, place, 0);
        Mark();
    }

    private void Mark()
    {
        _marks[_marked++] = _place;
        Marked();
    }
}

namespace DlpDashboard.Extraction.Compression;

/// <summary>A compressed block of zstd (RFC 8878, 3.1.1.3): its literals, and the sequences that mix them with matches. Written as the window has room.</summary>
internal sealed class ZstdBlock
{
    /// <summary>The most a block holds, compressed or not.</summary>
    public const int MaxSize = 128 * 1024;

    private const int Padding = 16;

    private readonly byte[] _data = new byte[MaxSize + Padding];
    private readonly ZstdLiterals _literals = new();
    private readonly FseTable _literalsLengths = new(9);
    private readonly FseTable _offsets = new(8);
    private readonly FseTable _matchLengths = new(9);
    private readonly int[] _repeats = new int[3];
    private BackwardBits _bits;
    private int _sequences;
    private int _literalsState;
    private int _offsetState;
    private int _matchState;
    private int _literalsPending;
    private int _matchPending;
    private int _offset;
    private int _made;

    /// <summary>A frame begins.</summary>
    public void Clear()
    {
        _literals.Clear();
        _literalsLengths.Clear();
        _offsets.Clear();
        _matchLengths.Clear();
        (_repeats[0], _repeats[1], _repeats[2]) = (1, 4, 8);
    }

    /// <summary>Takes a block; the literals are decoded at once.</summary>
    public void Open(ReadOnlySpan<byte> block)
    {
        Damage.Unless(block.Length <= MaxSize);
        block.CopyTo(_data);
        _data.AsSpan(block.Length, Padding).Clear();
        var at = _literals.Read(_data, block.Length);
        (_literalsPending, _matchPending, _made) = (0, 0, 0);
        Damage.Unless(at < block.Length);
        _sequences = _data[at++];
        if (_sequences >= 128)
        {
            _sequences = _sequences == 255 ? _data[at] + (_data[at + 1] << 8) + 0x7F00 : ((_sequences - 128) << 8) + _data[at];
            at += _data[at - 1] == 255 ? 2 : 1;
        }

        if (_sequences == 0)
        {
            Damage.Unless(at == block.Length);
            _literalsPending = _literals.Left;
            return;
        }

        var modes = _data[at++];
        Damage.Unless(at <= block.Length && (modes & 3) == 0);
        at += ReadTable(_literalsLengths, modes >> 6, ZstdCodes.LiteralsCounts, 6, ZstdCodes.MaxLiterals, block, at);
        at += ReadTable(_offsets, (modes >> 4) & 3, ZstdCodes.OffsetCounts, 5, ZstdCodes.MaxOffset, block, at);
        at += ReadTable(_matchLengths, (modes >> 2) & 3, ZstdCodes.MatchCounts, 6, ZstdCodes.MaxMatch, block, at);
        Damage.Unless(at < block.Length);
        _bits = new BackwardBits(_data, at, block.Length - at);
        _literalsState = _bits.Read(_literalsLengths.Log);
        _offsetState = _bits.Read(_offsets.Log);
        _matchState = _bits.Read(_matchLengths.Log);
    }

    /// <summary>Writes until the window is full; true when the block is complete.</summary>
    public bool Write(SlidingWindow window)
    {
        while (true)
        {
            if (_literalsPending > 0)
            {
                var count = Math.Min(_literalsPending, window.Room);
                window.Put(_literals.Take(count));
                _literalsPending -= count;
            }

            if (_literalsPending == 0 && _matchPending > 0)
            {
                var count = Math.Min(_matchPending, window.Room);
                window.Copy(_offset, count);
                _matchPending -= count;
            }

            if (_literalsPending > 0 || _matchPending > 0)
            {
                return false;
            }

            if (_sequences == 0)
            {
                if (_literals.Left == 0)
                {
                    return true;
                }

                Count(_literals.Left);
                _literalsPending = _literals.Left;
                continue;
            }

            ReadSequence();
        }
    }

    private static int ReadTable(FseTable table, int mode, ReadOnlySpan<short> counts, int log, int maxSymbol, ReadOnlySpan<byte> block, int at)
    {
        switch (mode)
        {
            case 0:
                table.Set(counts, log);
                return 0;
            case 1:
                Damage.Unless(at < block.Length && block[at] <= maxSymbol);
                table.SetOne(block[at]);
                return 1;
            case 2:
                Damage.Unless(at < block.Length);
                return table.Read(block[at..], maxSymbol);
            default:
                Damage.Unless(table.IsThere);
                return 0;
        }
    }

    private void ReadSequence()
    {
        var offsetCode = _offsets.SymbolOf(_offsetState);
        var matchCode = _matchLengths.SymbolOf(_matchState);
        var literalsCode = _literalsLengths.SymbolOf(_literalsState);
        if (offsetCode >= ZstdCodes.MaxOffset)
        {
            throw new DecoderStopException("Reading stopped: it looks back further than two gigabytes.");
        }

        var offset = (1 << offsetCode) + _bits.Read(offsetCode);
        _matchPending = ZstdCodes.MatchFirst[matchCode] + _bits.Read(ZstdCodes.MatchBits[matchCode]);
        _literalsPending = ZstdCodes.LiteralsFirst[literalsCode] + _bits.Read(ZstdCodes.LiteralsBits[literalsCode]);
        if (--_sequences > 0)
        {
            _literalsState = _literalsLengths.Next(_literalsState, ref _bits);
            _matchState = _matchLengths.Next(_matchState, ref _bits);
            _offsetState = _offsets.Next(_offsetState, ref _bits);
        }

        Damage.Unless(_sequences > 0 ? _bits.Left >= 0 : _bits.Left == 0);
        Damage.Unless(_literalsPending <= _literals.Left);
        _offset = OffsetOf(offset);
        Count(_literalsPending + _matchPending);
    }

    private void Count(int made)
    {
        _made += made;
        Damage.Unless(_made <= MaxSize);
    }

    // The last three offsets have short names; without literals before the match the names move by one (3.1.1.5).
    private int OffsetOf(int value)
    {
        if (value > 3)
        {
            (_repeats[2], _repeats[1], _repeats[0]) = (_repeats[1], _repeats[0], value - 3);
            return value - 3;
        }

        var index = value - 1 + (_literalsPending == 0 ? 1 : 0);
        var offset = index == 3 ? _repeats[0] - 1 : _repeats[index];
        Damage.Unless(offset > 0);
        if (index > 0)
        {
            _repeats[2] = index > 1 ? _repeats[1] : _repeats[2];
            (_repeats[1], _repeats[0]) = (_repeats[0], offset);
        }

        return offset;
    }
}

namespace DlpDashboard.Extraction.Compression;

/// <summary>What LZMA knows while it decodes: probabilities, the last distances, its state (LZMA specification of Igor Pavlov, 2015).</summary>
internal sealed class LzmaModel
{
    private const ushort Half = 1024;
    private const int States = 12;
    private const int FirstRepeatLength = 2;
    private const int FullDistances = 128;
    private const int EndPositionModel = 14;

    // A symbol uses at most 20 bytes.
    private const int Margin = 20;

    private readonly ushort[] _isMatch = new ushort[States << 4];
    private readonly ushort[] _isRepeat = new ushort[States];
    private readonly ushort[] _isRepeat0 = new ushort[States];
    private readonly ushort[] _isRepeat1 = new ushort[States];
    private readonly ushort[] _isRepeat2 = new ushort[States];
    private readonly ushort[] _isLongRepeat0 = new ushort[States << 4];
    private readonly ushort[] _slots = new ushort[4 << 6];
    private readonly ushort[] _distances = new ushort[FullDistances];
    private readonly ushort[] _align = new ushort[1 << 4];
    private readonly LzmaLengths _matchLengths = new();
    private readonly LzmaLengths _repeatLengths = new();
    private ushort[] _literals = [];
    private int _literalContextBits;
    private int _literalPositionMask;
    private int _positionMask;
    private uint _range;
    private uint _code;
    private int _state;
    private uint _repeat0;
    private uint _repeat1;
    private uint _repeat2;
    private uint _repeat3;

    /// <summary>Bytes of a match that did not fit yet.</summary>
    public int Pending { get; private set; }

    /// <summary>Whether the end mark was read.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the range coder ended as an encoder leaves it.</summary>
    public bool IsAtEnd => _code == 0;

    /// <summary>Takes the properties byte: (pb * 5 + lp) * 9 + lc.</summary>
    public void SetProperties(byte properties)
    {
        Damage.Unless(properties < 9 * 5 * 5);
        _literalContextBits = properties % 9;
        var positionBits = properties / 9 % 5;
        _literalPositionMask = (1 << positionBits) - 1;
        _positionMask = (1 << (properties / 45)) - 1;
        var size = 0x300 << (_literalContextBits + positionBits);
        _literals = _literals.Length == size ? _literals : new ushort[size];
    }

    /// <summary>Forgets what was learned.</summary>
    public void Reset()
    {
        foreach (var probabilities in (ushort[][])[_isMatch, _isRepeat, _isRepeat0, _isRepeat1, _isRepeat2, _isLongRepeat0, _slots, _distances, _align, _literals])
        {
            Array.Fill(probabilities, Half);
        }

        _matchLengths.Reset();
        _repeatLengths.Reset();
        (_state, _repeat0, _repeat1, _repeat2, _repeat3) = (0, 0, 0, 0, 0);
        (Pending, HasEnded) = (0, false);
    }

    /// <summary>Starts the range coder: the first of its five bytes is 0.</summary>
    public void Start(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 5 && input[0] == 0);
        (_range, _code) = (uint.MaxValue, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(input[1..]));
    }

    /// <summary>Decodes until the window is full, the input short, the end mark read or <paramref name="left"/> bytes made.</summary>
    /// <returns>Input bytes used.</returns>
    public int Decode(ReadOnlySpan<byte> input, bool isLast, SlidingWindow window, ref long left)
    {
        var bits = new RangeBits(input, _range, _code);
        var limit = isLast ? input.Length : input.Length - Margin;
        while (left > 0 && window.Room > 0 && !HasEnded)
        {
            var before = window.Total;
            if (Pending > 0)
            {
                var length = (int)Math.Min(Pending, Math.Min(window.Room, left));
                window.Copy(_repeat0 + 1L, length);
                Pending -= length;
            }
            else if (bits.Used > limit)
            {
                break;
            }
            else
            {
                ReadSymbol(ref bits, window);
            }

            left -= window.Total - before;
        }

        (_range, _code) = (bits.Range, bits.Code);
        return bits.Used;
    }

    private void ReadSymbol(ref RangeBits bits, SlidingWindow window)
    {
        var position = (int)window.Total & _positionMask;
        if (bits.Bit(ref _isMatch[(_state << 4) + position]) == 0)
        {
            ReadLiteral(ref bits, window);
        }
        else if (bits.Bit(ref _isRepeat[_state]) == 0)
        {
            ReadMatch(ref bits, position);
        }
        else
        {
            ReadRepeat(ref bits, window, position);
        }
    }

    private void ReadLiteral(ref RangeBits bits, SlidingWindow window)
    {
        var context = (((int)window.Total & _literalPositionMask) << _literalContextBits) + (window.Back(1) >> (8 - _literalContextBits));
        var probabilities = _literals.AsSpan(0x300 * context, 0x300);
        var symbol = 1;
        if (_state >= 7)
        {
            int matched = window.Back(_repeat0 + 1L);
            do
            {
                var expected = (matched >> 7) & 1;
                matched <<= 1;
                var bit = bits.Bit(ref probabilities[((1 + expected) << 8) + symbol]);
                symbol = (symbol << 1) | bit;
                if (bit != expected)
                {
                    break;
                }
            }
            while (symbol < 0x100);
        }

        while (symbol < 0x100)
        {
            symbol = (symbol << 1) | bits.Bit(ref probabilities[symbol]);
        }

        window.Put((byte)symbol);
        _state = _state < 4 ? 0 : _state < 10 ? _state - 3 : _state - 6;
    }

    private void ReadMatch(ref RangeBits bits, int position)
    {
        (_repeat3, _repeat2, _repeat1) = (_repeat2, _repeat1, _repeat0);
        var length = _matchLengths.Read(ref bits, position);
        _state = _state < 7 ? 7 : 10;
        _repeat0 = ReadDistance(ref bits, length);
        HasEnded = _repeat0 == uint.MaxValue;
        Pending = HasEnded ? 0 : length + FirstRepeatLength;
    }

    private void ReadRepeat(ref RangeBits bits, SlidingWindow window, int position)
    {
        if (bits.Bit(ref _isRepeat0[_state]) == 0)
        {
            if (bits.Bit(ref _isLongRepeat0[(_state << 4) + position]) == 0)
            {
                _state = _state < 7 ? 9 : 11;
                window.Copy(_repeat0 + 1L, 1);
                return;
            }
        }
        else if (bits.Bit(ref _isRepeat1[_state]) == 0)
        {
            (_repeat0, _repeat1) = (_repeat1, _repeat0);
        }
        else if (bits.Bit(ref _isRepeat2[_state]) == 0)
        {
            (_repeat0, _repeat1, _repeat2) = (_repeat2, _repeat0, _repeat1);
        }
        else
        {
            (_repeat0, _repeat1, _repeat2, _repeat3) = (_repeat3, _repeat0, _repeat1, _repeat2);
        }

        Pending = _repeatLengths.Read(ref bits, position) + FirstRepeatLength;
        _state = _state < 7 ? 8 : 11;
    }

    private uint ReadDistance(ref RangeBits bits, int length)
    {
        var slot = bits.Tree(_slots.AsSpan(Math.Min(length, 3) << 6, 1 << 6), 6);
        if (slot < 4)
        {
            return (uint)slot;
        }

        var directBits = (slot >> 1) - 1;
        var distance = (2u | ((uint)slot & 1)) << directBits;
        if (slot < EndPositionModel)
        {
            return distance + (uint)bits.ReverseTree(_distances.AsSpan((int)distance - slot), directBits);
        }

        return distance + (bits.Direct(directBits - 4) << 4) + (uint)bits.ReverseTree(_align, 4);
    }
}

namespace DlpDashboard.Extraction.Compression;

/// <summary>
/// One block of bzip2: symbols, run lengths of the two smallest, move to front, then the inverse Burrows-Wheeler transform, which is walked as output is asked for.
/// </summary>
internal sealed class Bzip2Block
{
    private const int MaxTrees = 6;
    private const int GroupSize = 50;
    private const int MaxSelectors = 18_002;
    private const int MaxLength = 20;

    private readonly Bzip2Tree[] _trees = [.. Enumerable.Range(0, MaxTrees).Select(_ => new Bzip2Tree())];
    private readonly byte[] _selectors = new byte[MaxSelectors];
    private readonly byte[] _front = new byte[256];
    private uint[] _links = [];
    private int _selectorCount;
    private int _treeCount;
    private int _symbolCount;
    private int _length;
    private uint _next;
    private int _given;
    private int _run;
    private int _last;
    private int _repeat;

    /// <summary>The checksum the block should have.</summary>
    public uint Expected { get; private set; }

    /// <summary>The checksum of what was given.</summary>
    public uint Checksum { get; private set; }

    /// <summary>Whether everything was given.</summary>
    public bool IsOver => _given == _length && _repeat == 0;

    /// <summary>Reads a block behind its mark.</summary>
    /// <param name="bits">Its bits.</param>
    /// <param name="most">The stream's block size in bytes.</param>
    public void Read(ref Bzip2Bits bits, int most)
    {
        Expected = bits.Read(32);
        if (bits.Read(1) != 0)
        {
            throw new DecoderStopException("It was made by a bzip2 of before 1997, in a form that is not read.");
        }

        var origin = bits.Read(24);
        ReadSymbolsUsed(ref bits);
        ReadSelectors(ref bits);
        ReadTrees(ref bits);
        _links = _links.Length >= most ? _links : new uint[most];
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        _length = ReadBytes(ref bits, counts, most);
        Damage.Unless(origin < (uint)_length);
        Link(counts);
        (_next, _given, _run, _last, _repeat, Checksum) = (_links[origin] >> 8, 0, 0, -1, 0, uint.MaxValue);
    }

    /// <summary>Gives the next bytes; fewer than asked for only at the block's end.</summary>
    public int Give(Span<byte> output)
    {
        var made = 0;
        var crc = Checksum;
        while (made < output.Length && !IsOver)
        {
            if (_repeat == 0 && TakeByte())
            {
                continue;
            }

            var value = (byte)_last;
            var length = Math.Min(Math.Max(_repeat, 1), output.Length - made);
            _repeat = Math.Max(0, _repeat - length);
            for (var i = 0; i < length; i++)
            {
                output[made++] = value;
                crc = (crc << 8) ^ Bzip2Checksum.Table[(crc >> 24) ^ value];
            }
        }

        Checksum = crc;
        return made;
    }

    // Takes the next byte; after four equal ones it counts repetitions. True where it put nothing out.
    private bool TakeByte()
    {
        var entry = _links[_next];
        _next = entry >> 8;
        _given++;
        var value = (byte)entry;
        if (_run == 4)
        {
            (_run, _repeat) = (0, value);
            return value == 0;
        }

        _run = value == _last ? _run + 1 : 1;
        _last = value;
        _repeat = 1;
        return false;
    }

    private void ReadSymbolsUsed(ref Bzip2Bits bits)
    {
        var rows = bits.Read(16);
        var count = 0;
        for (var row = 0; row < 16; row++)
        {
            var columns = (rows & (0x8000u >> row)) != 0 ? bits.Read(16) : 0;
            for (var column = 0; column < 16; column++)
            {
                if ((columns & (0x8000u >> column)) != 0)
                {
                    _front[count++] = (byte)((row << 4) + column);
                }
            }
        }

        Damage.Unless(count > 0);
        _symbolCount = count + 2;
    }

    private void ReadSelectors(ref Bzip2Bits bits)
    {
        var trees = (int)bits.Read(3);
        var count = (int)bits.Read(15);
        Damage.Unless(trees is >= 2 and <= MaxTrees && count > 0);
        Span<byte> order = [0, 1, 2, 3, 4, 5];
        for (var i = 0; i < count; i++)
        {
            var at = 0;
            while (bits.Read(1) != 0)
            {
                Damage.Unless(++at < trees);
            }

            var tree = order[at];
            order[..at].CopyTo(order[1..]);
            order[0] = tree;

            // Some writers name more than a block can need.
            if (i < MaxSelectors)
            {
                _selectors[i] = tree;
            }
        }

        _selectorCount = Math.Min(count, MaxSelectors);
        _treeCount = trees;
    }

    private void ReadTrees(ref Bzip2Bits bits)
    {
        Span<byte> lengths = stackalloc byte[258];
        for (var tree = 0; tree < _treeCount; tree++)
        {
            var length = (int)bits.Read(5);
            for (var symbol = 0; symbol < _symbolCount; symbol++)
            {
                while (true)
                {
                    Damage.Unless(length is >= 1 and <= MaxLength);
                    if (bits.Read(1) == 0)
                    {
                        break;
                    }

                    length += bits.Read(1) == 0 ? 1 : -1;
                }

                lengths[symbol] = (byte)length;
            }

            _trees[tree].Build(lengths[.._symbolCount]);
        }
    }

    private int ReadBytes(ref Bzip2Bits bits, scoped Span<int> counts, int most)
    {
        var (length, group, left) = (0, 0, 0);
        var (runLength, runBit) = (0L, 1L);
        var tree = _trees[0];
        while (true)
        {
            if (left == 0)
            {
                Damage.Unless(group < _selectorCount);
                tree = _trees[_selectors[group++]];
                left = GroupSize;
            }

            left--;
            var symbol = tree.Read(ref bits);
            if (symbol < 2)
            {
                // The two smallest symbols are the digits of a run of the front byte, in base 2 from 1.
                runLength += runBit << symbol;
                runBit <<= 1;
                Damage.Unless(runLength <= most);
                continue;
            }

            Damage.Unless(length + runLength <= most);
            _links.AsSpan(length, (int)runLength).Fill(_front[0]);
            counts[_front[0]] += (int)runLength;
            length += (int)runLength;
            (runLength, runBit) = (0, 1);
            if (symbol == _symbolCount - 1)
            {
                return length;
            }

            Damage.Unless(length < most);
            var value = _front[symbol - 1];
            _front.AsSpan(0, symbol - 1).CopyTo(_front.AsSpan(1));
            _front[0] = value;
            counts[value]++;
            _links[length++] = value;
        }
    }

    // Each entry keeps its byte below and the entry that follows it above.
    private void Link(Span<int> counts)
    {
        var sum = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            (counts[i], sum) = (sum, sum + counts[i]);
        }

        for (var i = 0; i < _length; i++)
        {
            _links[counts[(byte)_links[i]]++] |= (uint)i << 8;
        }
    }
}

using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes deflate64, method 9 of zip: deflate (RFC 1951) with a window of 64 KB, longer distances and a match length of 16 bits.</summary>
internal sealed class Deflate64Decoder(ArchiveBudget budget) : IStreamDecoder
{
    private const int Margin = 16;
    private const int HeaderMargin = 1024;
    private const int EndOfBlock = 256;
    private const int Alphabet = 286;

    private static ReadOnlySpan<byte> LengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly DeflateTree _symbols = new();
    private readonly DeflateTree _distances = new();
    private SlidingWindow? _made;
    private State _state;
    private bool _isLastBlock;
    private int _bit;
    private int _stored;
    private int _pending;
    private int _distance;

    private enum State
    {
        Header,
        Stored,
        Coded,
    }

    /// <inheritdoc/>
    public int Ahead => 16 * 1024;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output => _made?.Output ?? default;

    private SlidingWindow Window => _made ??= new SlidingWindow(64 * 1024, budget);

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Window.Begin();
        var bits = new ForwardBits(input, _bit);
        while (!IsOver && Window.Room > 0 && (isLast || (bits.Position >> 3) + HeaderMargin <= input.Length))
        {
            if (_state == State.Header)
            {
                ReadHeader(ref bits);
            }
            else if (_state == State.Stored)
            {
                CopyStored(ref bits);
            }
            else
            {
                ReadSymbols(ref bits, isLast ? int.MaxValue : (input.Length - Margin) * 8);
            }
        }

        var used = IsOver ? (bits.Position + 7) >> 3 : bits.Position >> 3;
        _bit = bits.Position & 7;
        return used;
    }

    /// <inheritdoc/>
    public void Dispose() => _made?.Dispose();

    private void ReadHeader(ref ForwardBits bits)
    {
        _isLastBlock = bits.Read(1) != 0;
        switch (bits.Read(2))
        {
            case 0:
                bits.Align();
                _stored = bits.Read(16);
                Damage.Unless((_stored ^ bits.Read(16)) == 0xFFFF);
                _state = State.Stored;
                break;
            case 1:
                Span<byte> lengths = stackalloc byte[288];
                lengths[..144].Fill(8);
                lengths[144..256].Fill(9);
                lengths[256..280].Fill(7);
                lengths[280..].Fill(8);
                _symbols.Build(lengths);
                lengths[..32].Fill(5);
                _distances.Build(lengths[..32]);
                _state = State.Coded;
                break;
            case 2:
                ReadTrees(ref bits);
                _state = State.Coded;
                break;
            default:
                Damage.Found();
                break;
        }
    }

    private void ReadTrees(ref ForwardBits bits)
    {
        var symbols = bits.Read(5) + 257;
        var distances = bits.Read(5) + 1;
        var count = bits.Read(4) + 4;
        Span<byte> lengths = stackalloc byte[512];
        lengths.Clear();
        for (var i = 0; i < count; i++)
        {
            lengths[LengthOrder[i]] = (byte)bits.Read(3);
        }

        _symbols.Build(lengths[..19]);
        lengths.Clear();
        for (var at = 0; at < symbols + distances;)
        {
            var symbol = _symbols.Read(ref bits);
            if (symbol < 16)
            {
                lengths[at++] = (byte)symbol;
                continue;
            }

            var repeat = symbol switch { 16 => 3 + bits.Read(2), 17 => 3 + bits.Read(3), _ => 11 + bits.Read(7) };
            Damage.Unless((symbol != 16 || at > 0) && at + repeat <= symbols + distances);
            lengths.Slice(at, repeat).Fill(symbol == 16 ? lengths[at - 1] : (byte)0);
            at += repeat;
        }

        _symbols.Build(lengths[..symbols]);
        _distances.Build(lengths.Slice(symbols, distances));
    }

    private void CopyStored(ref ForwardBits bits)
    {
        var length = Math.Min(Math.Min(_stored, Window.Room), HeaderMargin);
        Window.Put(bits.Take(length));
        _stored -= length;
        EndBlock(_stored == 0);
    }

    private void ReadSymbols(ref ForwardBits bits, int limit)
    {
        while (Window.Room > 0)
        {
            if (_pending > 0)
            {
                var length = Math.Min(_pending, Window.Room);
                Window.Copy(_distance, length);
                _pending -= length;
                continue;
            }

            if (bits.Position > limit)
            {
                return;
            }

            var symbol = _symbols.Read(ref bits);
            if (symbol < EndOfBlock)
            {
                Window.Put((byte)symbol);
            }
            else if (symbol == EndOfBlock)
            {
                EndBlock(true);
                return;
            }
            else
            {
                ReadMatch(ref bits, symbol);
            }
        }
    }

    private void ReadMatch(ref ForwardBits bits, int symbol)
    {
        Damage.Unless(symbol < Alphabet);
        if (symbol == Alphabet - 1)
        {
            _pending = 3 + bits.Read(16);
        }
        else
        {
            var index = symbol - 257;
            var extra = index < 8 ? 0 : (index / 4) - 1;
            _pending = 3 + (index < 8 ? index : ((4 + (index % 4)) << extra) + bits.Read(extra));
        }

        var code = _distances.Read(ref bits);
        var more = code < 4 ? 0 : (code / 2) - 1;
        _distance = 1 + (code < 4 ? code : ((2 + (code % 2)) << more) + bits.Read(more));
    }

    private void EndBlock(bool isOver)
    {
        if (isOver)
        {
            _state = State.Header;
            IsOver = _isLastBlock;
        }
    }
}

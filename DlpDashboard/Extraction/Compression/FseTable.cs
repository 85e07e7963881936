using System.Numerics;

namespace DlpDashboard.Extraction.Compression;

/// <summary>A table of finite state entropy (RFC 8878, 4.1): each state gives a symbol and leads on by some bits.</summary>
internal sealed class FseTable
{
    private const int MaxSymbols = 256;

    private readonly byte[] _symbols;
    private readonly byte[] _bits;
    private readonly ushort[] _next;
    private readonly short[] _counts = new short[MaxSymbols];

    /// <summary>An empty table.</summary>
    /// <param name="maxLog">The largest accuracy it may have.</param>
    public FseTable(int maxLog)
    {
        MaxLog = maxLog;
        (_symbols, _bits, _next) = (new byte[1 << maxLog], new byte[1 << maxLog], new ushort[1 << maxLog]);
    }

    /// <summary>The largest accuracy.</summary>
    public int MaxLog { get; }

    /// <summary>The table's accuracy: bits of its first state.</summary>
    public int Log { get; private set; }

    /// <summary>Whether it was filled.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Forgets its content.</summary>
    public void Clear() => IsThere = false;

    /// <summary>The symbol of a state.</summary>
    public byte SymbolOf(int state) => _symbols[state];

    /// <summary>The state after one.</summary>
    public int Next(int state, ref BackwardBits bits) => _next[state] + bits.Read(_bits[state]);

    /// <summary>Always the same symbol.</summary>
    public void SetOne(byte symbol)
    {
        (Log, IsThere) = (0, true);
        (_symbols[0], _bits[0], _next[0]) = (symbol, 0, 0);
    }

    /// <summary>Fills the table from counts that sum up to 2^log; -1 is "less than one".</summary>
    public void Set(ReadOnlySpan<short> counts, int log)
    {
        (Log, IsThere) = (log, true);
        var size = 1 << log;
        var high = size - 1;
        Span<int> next = stackalloc int[MaxSymbols];
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            next[symbol] = Math.Abs(counts[symbol]);
            if (counts[symbol] == -1)
            {
                _symbols[high--] = (byte)symbol;
            }
        }

        Spread(counts, size, high);
        for (var state = 0; state < size; state++)
        {
            var count = next[_symbols[state]]++;
            _bits[state] = (byte)(log - BitOperations.Log2((uint)count));
            _next[state] = (ushort)((count << _bits[state]) - size);
        }
    }

    /// <summary>Reads a description (4.1.1).</summary>
    /// <returns>Its bytes.</returns>
    public int Read(ReadOnlySpan<byte> input, int maxSymbol)
    {
        var bit = 0;
        var log = ReadBits(input, ref bit, 4) + 5;
        Damage.Unless(log <= MaxLog);
        var remaining = 1 << log;
        var symbols = 0;
        while (remaining > 0)
        {
            Damage.Unless(symbols <= maxSymbol);
            var width = BitOperations.Log2((uint)remaining + 1) + 1;
            var value = ReadBits(input, ref bit, width);
            var lower = (1 << (width - 1)) - 1;
            var threshold = (1 << width) - 1 - (remaining + 1);
            if ((value & lower) < threshold)
            {
                bit--;
                value &= lower;
            }
            else if (value > lower)
            {
                value -= threshold;
            }

            var count = (short)(value - 1);
            remaining -= Math.Abs(count);
            _counts[symbols++] = count;
            if (count == 0)
            {
                symbols = SkipZeros(input, ref bit, symbols, maxSymbol);
            }
        }

        Damage.Unless(remaining == 0 && symbols <= maxSymbol + 1 && (bit + 7) / 8 <= input.Length);
        Set(_counts.AsSpan(0, symbols), log);
        return (bit + 7) / 8;
    }

    private int SkipZeros(ReadOnlySpan<byte> input, ref int bit, int symbols, int maxSymbol)
    {
        while (true)
        {
            var repeat = ReadBits(input, ref bit, 2);
            Damage.Unless(symbols + repeat <= maxSymbol + 1);
            _counts.AsSpan(symbols, repeat).Clear();
            symbols += repeat;
            if (repeat < 3)
            {
                return symbols;
            }
        }
    }

    private void Spread(ReadOnlySpan<short> counts, int size, int high)
    {
        var step = (size >> 1) + (size >> 3) + 3;
        var position = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            for (var i = 0; i < counts[symbol]; i++)
            {
                _symbols[position] = (byte)symbol;
                do
                {
                    position = (position + step) & (size - 1);
                }
                while (position > high);
            }
        }
    }

    // Reads over the end as zeros; the caller checks at last.
    private static int ReadBits(ReadOnlySpan<byte> input, ref int bit, int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++, bit++)
        {
            Damage.Unless(bit >> 3 <= input.Length + 4);
            value |= bit >> 3 < input.Length ? ((input[bit >> 3] >> (bit & 7)) & 1) << i : 0;
        }

        return value;
    }
}

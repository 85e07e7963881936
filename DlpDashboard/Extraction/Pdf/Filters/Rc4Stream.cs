namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>RC4, which files up to PDF 1.5 are encrypted with (7.6.2).</summary>
internal sealed class Rc4Stream : DecoderStream
{
    private readonly byte[] _state = new byte[256];
    private byte _i;
    private byte _j;

    /// <summary>Decrypts a stream.</summary>
    public Rc4Stream(Stream source, ReadOnlySpan<byte> key)
        : base(source)
    {
        for (var i = 0; i < 256; i++)
        {
            _state[i] = (byte)i;
        }

        byte j = 0;
        for (var i = 0; i < 256; i++)
        {
            j = unchecked((byte)(j + _state[i] + key[i % key.Length]));
            (_state[i], _state[j]) = (_state[j], _state[i]);
        }
    }

    /// <summary>Encrypts or decrypts, which is the same.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        using var cipher = new Rc4Stream(Null, key);
        var result = new byte[data.Length];
        cipher.Decode(data, result, isFinal: true, out _);
        return result;
    }

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        consumed = Math.Min(input.Length, output.Length);
        for (var n = 0; n < consumed; n++)
        {
            _i = unchecked((byte)(_i + 1));
            _j = unchecked((byte)(_j + _state[_i]));
            (_state[_i], _state[_j]) = (_state[_j], _state[_i]);
            output[n] = (byte)(input[n] ^ _state[unchecked((byte)(_state[_i] + _state[_j]))]);
        }

        return consumed;
    }
}

namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>ASCIIHexDecode (7.4.2).</summary>
internal sealed class HexStream(Stream source) : DecoderStream(source)
{
    private int _high = -1;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        var written = 0;
        for (consumed = 0; consumed < input.Length && written < output.Length; consumed++)
        {
            var digit = input[consumed];
            if (digit == '>')
            {
                isFinal = true;
                consumed = input.Length;
                break;
            }

            if (char.IsAsciiHexDigit((char)digit))
            {
                var value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
                (_high, written) = _high < 0 ? (value, written) : (-1, Put(output, written, (_high << 4) | value));
            }
        }

        if (isFinal && consumed == input.Length && written < output.Length)
        {
            written = _high < 0 ? written : Put(output, written, _high << 4);
            (_high, IsDone) = (-1, written == 0);
        }

        return written;
    }

    private static int Put(Span<byte> output, int at, int value)
    {
        output[at] = (byte)value;
        return at + 1;
    }
}

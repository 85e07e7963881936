namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>RunLengthDecode (7.4.5).</summary>
internal sealed class RunLengthStream(Stream source) : DecoderStream(source)
{
    private const int EndOfData = 128;

    private int _literal;
    private int _repeat;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        var written = 0;
        consumed = 0;
        while (consumed < input.Length && written < output.Length)
        {
            var b = input[consumed];
            if (_literal > 0)
            {
                output[written++] = b;
                _literal--;
                consumed++;
            }
            else if (_repeat > 0)
            {
                output[written++] = b;
                consumed += --_repeat == 0 ? 1 : 0;
            }
            else
            {
                if (b == EndOfData)
                {
                    IsDone = written == 0;
                    consumed = written == 0 ? input.Length : consumed;
                    return written;
                }

                (_literal, _repeat) = b < EndOfData ? (b + 1, 0) : (0, 257 - b);
                consumed++;
            }
        }

        return written;
    }
}

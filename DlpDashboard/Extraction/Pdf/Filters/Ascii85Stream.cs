namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>ASCII85Decode (7.4.3).</summary>
internal sealed class Ascii85Stream(Stream source) : DecoderStream(source)
{
    private uint _group;
    private int _count;
    private uint _pending;
    private int _pendingCount;
    private bool _hasEnded;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        var written = 0;
        consumed = 0;
        while (true)
        {
            for (; _pendingCount > 0 && written < output.Length; _pendingCount--)
            {
                output[written++] = (byte)(_pending >> 24);
                _pending <<= 8;
            }

            if (written == output.Length)
            {
                return written;
            }

            if (_hasEnded || consumed == input.Length)
            {
                consumed = input.Length;
                if (!(isFinal || _hasEnded) || _count < 2)
                {
                    return written;
                }

                Complete();
                continue;
            }

            Add(input[consumed++]);
        }
    }

    private void Add(byte c)
    {
        if (c == '~')
        {
            _hasEnded = true;
        }
        else if (c == 'z' && _count == 0)
        {
            (_pending, _pendingCount) = (0, 4);
        }
        else if (c is >= (byte)'!' and <= (byte)'u')
        {
            _group = unchecked((_group * 85) + (uint)(c - '!'));
            if (++_count == 5)
            {
                (_pending, _pendingCount, _group, _count) = (_group, 4, 0, 0);
            }
        }
    }

    // A last group of n characters stands for n - 1 bytes.
    private void Complete()
    {
        for (var i = _count; i < 5; i++)
        {
            _group = unchecked((_group * 85) + 84);
        }

        (_pending, _pendingCount, _group, _count) = (_group, _count - 1, 0, 0);
    }
}

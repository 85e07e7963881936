namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>LZWDecode (7.4.4): codes of 9 to 12 bits, high bit first.</summary>
/// <param name="source">The codes.</param>
/// <param name="early">1 where codes grow one code early, as is usual.</param>
internal sealed class LzwStream(Stream source, int early) : DecoderStream(source)
{
    private const int Clear = 256;
    private const int EndOfData = 257;
    private const int MaxCodes = 4096;

    private readonly ushort[] _prefixes = new ushort[MaxCodes];
    private readonly byte[] _lasts = new byte[MaxCodes];
    private readonly byte[] _pending = new byte[MaxCodes];
    private int _pendingFrom = MaxCodes;
    private int _next = EndOfData + 1;
    private int _width = 9;
    private int _previous = -1;
    private byte _first;
    private uint _bits;
    private int _bitCount;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        var written = 0;
        consumed = 0;
        while (true)
        {
            var given = Math.Min(_pending.Length - _pendingFrom, output.Length - written);
            _pending.AsSpan(_pendingFrom, given).CopyTo(output[written..]);
            (_pendingFrom, written) = (_pendingFrom + given, written + given);
            if (written == output.Length)
            {
                return written;
            }

            while (_bitCount < _width && consumed < input.Length)
            {
                _bits = (_bits << 8) | input[consumed++];
                _bitCount += 8;
            }

            if (_bitCount < _width)
            {
                return written;
            }

            _bitCount -= _width;
            if (!TryStep((int)(_bits >> _bitCount) & ((1 << _width) - 1)))
            {
                consumed = input.Length;
                IsDone = written == 0;
                _bitCount = 0;
                return written;
            }
        }
    }

    private bool TryStep(int code)
    {
        if (code == Clear)
        {
            (_next, _width, _previous) = (EndOfData + 1, 9, -1);
            return true;
        }

        if (code == EndOfData || code > _next || (code >= _next && _previous < 0) || (code > Clear && _previous < 0))
        {
            return false;
        }

        var isNew = code == _next;
        var at = isNew ? _previous : code;
        if (isNew)
        {
            _pending[--_pendingFrom] = _first;
        }

        for (; at > EndOfData; at = _prefixes[at])
        {
            _pending[--_pendingFrom] = _lasts[at];
        }

        _first = (byte)at;
        _pending[--_pendingFrom] = _first;
        Learn();
        _previous = code;
        return true;
    }

    private void Learn()
    {
        if (_previous >= 0 && _next < MaxCodes)
        {
            (_prefixes[_next], _lasts[_next]) = ((ushort)_previous, _first);
            _next++;
        }

        _width = _next + early >= 2048 ? 12 : _next + early >= 1024 ? 11 : _next + early >= 512 ? 10 : 9;
    }
}

namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>Undoes the PNG and TIFF predictors of Flate and LZW data (7.4.4.4), row by row.</summary>
/// <param name="source">Rows, each with a filter's number before it where <paramref name="isPng"/>.</param>
/// <param name="isPng">PNG's filters; else the TIFF predictor for bytes.</param>
/// <param name="rowBytes">Bytes of a row.</param>
/// <param name="pixelBytes">Bytes of a pixel.</param>
internal sealed class PredictorStream(Stream source, bool isPng, int rowBytes, int pixelBytes) : DecoderStream(source)
{
    private readonly byte[] _row = new byte[rowBytes + 1];
    private readonly byte[] _above = new byte[rowBytes + 1];
    private int _filled = isPng ? 0 : 1;
    private int _given = -1;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        var written = 0;
        consumed = 0;
        while (true)
        {
            if (_given < 0)
            {
                var taken = Math.Min(_row.Length - _filled, input.Length - consumed);
                input.Slice(consumed, taken).CopyTo(_row.AsSpan(_filled));
                (consumed, _filled) = (consumed + taken, _filled + taken);
                if (_filled < _row.Length && (!isFinal || _filled <= 1))
                {
                    return written;
                }

                _row.AsSpan(_filled).Clear();
                Undo();
                _given = 1;
            }

            var given = Math.Min(_row.Length - _given, output.Length - written);
            _row.AsSpan(_given, given).CopyTo(output[written..]);
            (_given, written) = (_given + given, written + given);
            if (_given < _row.Length)
            {
                return written;
            }

            _row.CopyTo(_above, 0);
            (_given, _filled) = (-1, isPng ? 0 : 1);
        }
    }

    private void Undo()
    {
        var filter = isPng ? _row[0] : 1;
        for (var i = 1; i < _row.Length && filter != 0; i++)
        {
            var left = i > pixelBytes ? _row[i - pixelBytes] : 0;
            var corner = i > pixelBytes ? _above[i - pixelBytes] : 0;
            _row[i] += filter switch
            {
                1 => (byte)left,
                2 => _above[i],
                3 => (byte)((left + _above[i]) / 2),
                4 => Nearest(left, _above[i], corner),
                _ => 0,
            };
        }
    }

    // PNG's Paeth filter: which of the three is nearest to left + above - corner.
    private static byte Nearest(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return (byte)(a <= b && a <= c ? left : b <= c ? above : corner);
    }
}

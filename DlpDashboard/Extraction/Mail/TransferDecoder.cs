namespace DlpDashboard.Extraction.Mail;

/// <summary>How a part's bytes are written (RFC 2045, 6).</summary>
internal enum TransferEncoding
{
    /// <summary>As they are.</summary>
    None,

    /// <summary>Base64.</summary>
    Base64,

    /// <summary>Quoted-printable.</summary>
    QuotedPrintable,
}

/// <summary>Decodes a part's bytes, piece after piece. What does not belong into the encoding is passed over, as all mail programs do.</summary>
internal sealed class TransferDecoder(TransferEncoding encoding)
{
    private int _bits;
    private int _bitCount;
    private int _escape;
    private byte _first;

    /// <summary>The encoding of a field's value.</summary>
    public static TransferEncoding Of(string value) => value switch
    {
        "base64" => TransferEncoding.Base64,
        "quoted-printable" => TransferEncoding.QuotedPrintable,
        _ => TransferEncoding.None,
    };

    /// <summary>Decodes a piece; returns the bytes written.</summary>
    /// <param name="piece">A line or a part of one with its end.</param>
    /// <param name="into">At least as long, and two bytes more.</param>
    public int Decode(ReadOnlySpan<byte> piece, Span<byte> into)
    {
        switch (encoding)
        {
            case TransferEncoding.Base64:
                return DecodeBase64(piece, into);
            case TransferEncoding.QuotedPrintable:
                return DecodeQuoted(piece, into);
            default:
                piece.CopyTo(into);
                return piece.Length;
        }
    }

    private int DecodeBase64(ReadOnlySpan<byte> piece, Span<byte> into)
    {
        var length = 0;
        foreach (var b in piece)
        {
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                _bitCount = b == '=' ? 0 : _bitCount;
                continue;
            }

            _bits = ((_bits << 6) | value) & 0xFFFFFF;
            _bitCount += 6;
            if (_bitCount >= 8)
            {
                _bitCount -= 8;
                into[length++] = (byte)(_bits >> _bitCount);
            }
        }

        return length;
    }

    // An escape may stand across two pieces: _escape counts what of it was seen.
    private int DecodeQuoted(ReadOnlySpan<byte> piece, Span<byte> into)
    {
        var length = 0;
        foreach (var b in piece)
        {
            if (_escape == 0)
            {
                _escape = b == '=' ? 1 : 0;
                if (_escape == 0)
                {
                    into[length++] = b;
                }
            }
            else if (b == '\n' || (_escape == 1 && b is (byte)'\r' or (byte)' ' or (byte)'\t'))
            {
                // A line that goes on.
                _escape = b == '\n' ? 0 : 1;
            }
            else if (_escape == 1)
            {
                (_first, _escape) = (b, 2);
            }
            else
            {
                _escape = 0;
                if (Hex(_first) is >= 0 and var high && Hex(b) is >= 0 and var low)
                {
                    into[length++] = (byte)((high << 4) | low);
                }
                else
                {
                    into[length++] = _first;
                    into[length++] = b;
                }
            }
        }

        return length;
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };
}

using System.Security.Cryptography;

namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>AES in CBC mode with the initialisation vector before the data and PKCS #5 padding behind it (7.6.3).</summary>
internal sealed class AesStream : DecoderStream
{
    private const int Block = 16;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _vector = new byte[Block];
    private readonly byte[] _cipher = new byte[Block];
    private readonly byte[] _plain = new byte[Block];
    private int _vectorLength;
    private int _cipherLength;
    private int _plainFrom = Block;
    private int _plainEnd = Block;

    /// <summary>Decrypts a stream.</summary>
    public AesStream(Stream source, byte[] key)
        : base(source) => _aes.Key = key;

    /// <inheritdoc/>
    protected override int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed)
    {
        consumed = Math.Min(input.Length, Block - _vectorLength);
        input[..consumed].CopyTo(_vector.AsSpan(_vectorLength));
        _vectorLength += consumed;
        var written = 0;
        while (true)
        {
            // The last block stays until it is known that it is not the last, or how much of it is padding.
            var isHeld = _plainFrom == 0 && consumed == input.Length && _cipherLength == 0 && !isFinal;
            if (!isHeld)
            {
                if (_plainFrom == 0 && isFinal && consumed == input.Length && _cipherLength < Block)
                {
                    _plainEnd = _plain[^1] is > 0 and <= Block and var padding ? Block - padding : Block;
                }

                var given = Math.Min(_plainEnd - _plainFrom, output.Length - written);
                _plain.AsSpan(_plainFrom, given).CopyTo(output[written..]);
                (_plainFrom, written) = (_plainFrom + given, written + given);
            }

            var taken = Math.Min(Block - _cipherLength, input.Length - consumed);
            input.Slice(consumed, taken).CopyTo(_cipher.AsSpan(_cipherLength));
            (consumed, _cipherLength) = (consumed + taken, _cipherLength + taken);
            if (written == output.Length || _plainFrom < _plainEnd || _cipherLength < Block)
            {
                return written;
            }

            _aes.DecryptCbc(_cipher, _vector, _plain, PaddingMode.None);
            _cipher.CopyTo(_vector, 0);
            (_cipherLength, _plainFrom, _plainEnd) = (0, 0, Block);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
        }

        base.Dispose(disposing);
    }
}

using System.Buffers;
using System.Text;

namespace DlpDashboard.Cli;

/// <summary>Text from one encoding into another, cut anywhere. What is no valid text reads as the unknown character.</summary>
internal sealed class Transcoder(Encoding from, Encoding to)
{
    private readonly Decoder _decoder = from.GetDecoder();
    private readonly Encoder _encoder = to.GetEncoder();
    private readonly ArrayBufferWriter<char> _characters = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The next piece; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(ReadOnlySpan<byte> piece, bool isLast)
    {
        _characters.Clear();
        _bytes.Clear();
        _decoder.Convert(piece, _characters, isLast, out _, out _);
        _encoder.Convert(_characters.WrittenSpan, _bytes, isLast, out _, out _);
        return _bytes.WrittenSpan;
    }
}

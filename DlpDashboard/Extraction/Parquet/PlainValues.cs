using System.Buffers.Binary;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>PLAIN: values one behind the other, byte arrays with four bytes of length.</summary>
internal sealed class PlainValues(byte[] page, int from, int to, int width) : ParquetValues
{
    private int _at = from;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next()
    {
        var length = width;
        if (width == 0)
        {
            Damage.Unless(to - _at >= 4);
            length = BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(_at));
            _at += 4;
        }

        Damage.Unless(length >= 0 && length <= to - _at);
        _at += length;
        return page.AsSpan(_at - length, length);
    }
}

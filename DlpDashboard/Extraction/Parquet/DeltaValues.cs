using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>DELTA_BINARY_PACKED integers as plain ones.</summary>
internal sealed class DeltaValues(byte[] page, int from, int to, int width) : ParquetValues
{
    private readonly byte[] _value = new byte[8];
    private DeltaNumbers _numbers = new(page, from, to);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next()
    {
        BinaryPrimitives.WriteInt64LittleEndian(_value, _numbers.Next());
        return _value.AsSpan(0, Math.Min(width, _value.Length));
    }
}

using System.Text;

namespace DlpDashboard.Scans;

/// <summary>
/// A scan's low-water mark: every object up to and with this one is in the database, so listing may begin behind it.
/// Kept as UTF-8 bytes: a key may hold what a database's text cannot (NUL).
/// </summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The whole key.</param>
public sealed record ScanMark(string Bucket, string Key)
{
    /// <summary>As the database keeps it: the bucket's length in bytes (4, little-endian), the bucket, the key.</summary>
    public byte[] ToBytes()
    {
        var bucket = Encoding.UTF8.GetByteCount(Bucket);
        var bytes = new byte[sizeof(int) + bucket + Encoding.UTF8.GetByteCount(Key)];
        BitConverter.TryWriteBytes(bytes, bucket);
        Encoding.UTF8.GetBytes(Bucket, bytes.AsSpan(sizeof(int)));
        Encoding.UTF8.GetBytes(Key, bytes.AsSpan(sizeof(int) + bucket));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null stays null.</summary>
    public static ScanMark? FromBytes(byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var bucket = BitConverter.ToInt32(bytes);
        return new ScanMark(
            Encoding.UTF8.GetString(bytes, sizeof(int), bucket),
            Encoding.UTF8.GetString(bytes, sizeof(int) + bucket, bytes.Length - sizeof(int) - bucket));
    }
}

using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Kernel;

/// <summary>
/// Ids that follow from what they name, so that writing the same thing twice is an update and not a second row:
/// the first 128 bits of SHA-256 (FIPS 180-4) over the parts, each preceded by its length.
/// </summary>
public static class StableId
{
    /// <summary>The id of an object: its endpoint, bucket and whole key, byte for byte.</summary>
    public static Guid OfObject(Guid endpointId, string bucket, string key) => Of(endpointId, bucket, key);

    /// <summary>The id of a finding: its object and detector.</summary>
    public static Guid OfFinding(Guid objectId, string detectorId) => Of(objectId, detectorId, "");

    /// <summary>The id of a bucket: its endpoint and name. An object's bucket is never empty, so the two never meet.</summary>
    public static Guid OfBucket(Guid endpointId, string bucket) => Of(endpointId, "", bucket);

    private static Guid Of(Guid scope, string first, string second)
    {
        var firstBytes = Encoding.UTF8.GetByteCount(first);
        var secondBytes = Encoding.UTF8.GetByteCount(second);
        var length = 16 + sizeof(int) + firstBytes + secondBytes;
        Span<byte> bytes = length <= 2048 ? stackalloc byte[length] : new byte[length];
        scope.TryWriteBytes(bytes, bigEndian: true, out _);
        BitConverter.TryWriteBytes(bytes[16..], firstBytes);
        Encoding.UTF8.GetBytes(first, bytes[20..]);
        Encoding.UTF8.GetBytes(second, bytes[(20 + firstBytes)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}

using System.Security.Cryptography;

namespace DlpDashboard.Detection;

/// <summary>
/// A keyed fingerprint of a found value: the first 16 bytes of HMAC-SHA256. With it the same value is known again without being kept; without the key
/// a card or a national number cannot be found by trying all of them, as with a plain hash it could.
/// </summary>
public static class ValueHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 16;

    /// <summary>Bytes a key should have; the caller keeps it secret and the same for the organisation.</summary>
    public const int KeyLength = 32;

    /// <summary>The hash of a value's bytes as they stand in the text.</summary>
    public static byte[] Of(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key)
    {
        var hash = new byte[Length];
        Write(value, key, hash);
        return hash;
    }

    /// <summary>The same into a place of <see cref="Length"/> bytes.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 16 bytes.</exception>
    public static void Write(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, Span<byte> destination)
    {
        if (key.Length < 16)
        {
            throw new ArgumentException("The key must have at least 16 bytes.", nameof(key));
        }

        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, value, whole);
        whole[..Length].CopyTo(destination);
    }
}

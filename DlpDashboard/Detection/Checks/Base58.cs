using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DlpDashboard.Detection.Checks;

/// <summary>Numbers written with 58 digits and letters, those that look alike left out, with four bytes of a double SHA-256 as check.</summary>
internal static class Base58
{
    private const int Bytes = 25;

    private static ReadOnlySpan<byte> Alphabet => "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"u8;

    private static readonly sbyte[] Values = Read();

    /// <summary>Whether a byte is one of the 58.</summary>
    public static bool Has(byte sign) => Values[sign] >= 0;

    /// <summary>Reads a version byte, twenty bytes of hash and four of check.</summary>
    /// <returns>The version, or -1 where the check does not hold.</returns>
    public static int VersionOf(ReadOnlySpan<byte> text)
    {
        Span<byte> number = stackalloc byte[Bytes];
        number.Clear();
        foreach (var sign in text)
        {
            var carry = (int)Values[sign];
            for (var i = Bytes - 1; i >= 0; i--)
            {
                carry += number[i] * 58;
                number[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0)
            {
                return -1;
            }
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(number[..21], hash);
        SHA256.HashData(hash, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) == BinaryPrimitives.ReadUInt32BigEndian(number[21..]) ? number[0] : -1;
    }

    private static sbyte[] Read()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        for (var place = 0; place < Alphabet.Length; place++)
        {
            values[Alphabet[place]] = (sbyte)place;
        }

        return values;
    }
}

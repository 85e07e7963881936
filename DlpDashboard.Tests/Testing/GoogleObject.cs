using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Testing;

/// <summary>An object of <see cref="GoogleStorage"/>.</summary>
public sealed record GoogleObject(byte[] Bytes, long Generation = 1, string? ContentEncoding = null, string StorageClass = "STANDARD", bool IsLocked = false)
{
    public static implicit operator GoogleObject(byte[] bytes) => new(bytes);

    public static implicit operator GoogleObject(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Its resource, cut down to the fields asked for.</summary>
    public JsonObject Resource(string key, string fields)
    {
        var open = fields.IndexOf('(', StringComparison.Ordinal);
        var asked = fields[(open + 1)..].TrimEnd(')').Split(',');
        var resource = new JsonObject
        {
            ["kind"] = "storage#object",
            ["name"] = key,
            ["size"] = Bytes.Length.ToString(CultureInfo.InvariantCulture),
            ["generation"] = Generation.ToString(CultureInfo.InvariantCulture),
            ["updated"] = "2024-02-03T04:05:06.789Z",
            ["storageClass"] = StorageClass,
            ["contentType"] = "text/plain",
            ["metadata"] = new JsonObject { ["Owner"] = "sales" },
        };
        if (ContentEncoding is not null)
        {
            resource["contentEncoding"] = ContentEncoding;
        }

        if (IsLocked)
        {
            resource["customerEncryption"] = new JsonObject { ["encryptionAlgorithm"] = "AES256", ["keySha256"] = "x" };
        }

        foreach (var left in fields.Length == 0 ? [] : resource.Select(pair => pair.Key).Except(asked).ToList())
        {
            resource.Remove(left);
        }

        return resource;
    }

    /// <summary>The headers Google gives with the bytes.</summary>
    public void Describe(IHeaderDictionary headers)
    {
        headers["x-goog-generation"] = Generation.ToString(CultureInfo.InvariantCulture);
        headers["x-goog-stored-content-encoding"] = ContentEncoding ?? "identity";
        headers["x-goog-stored-content-length"] = Bytes.Length.ToString(CultureInfo.InvariantCulture);
        headers["x-goog-hash"] = $"crc32c={Checksum(Bytes)},md5=AAAA";
    }

    // CRC-32C bit by bit, so that it shares nothing with what it checks.
    private static string Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0x82F63B78);
            }
        }

        var written = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(written, ~sum);
        return Convert.ToBase64String(written);
    }
}

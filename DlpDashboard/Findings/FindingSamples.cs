using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DlpDashboard.Findings;

/// <summary>Samples as they lie in the database.</summary>
internal static class FindingSamples
{
    public static string Write(IReadOnlyList<FindingSample> samples) =>
        JsonSerializer.Serialize(samples, FindingSamplesJson.Default.IReadOnlyListFindingSample);

    /// <summary>The first 64 bits of SHA-256.</summary>
    public static long HashOf(string json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(json), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    public static IReadOnlyList<FindingSample> Read(string json) =>
        JsonSerializer.Deserialize(json, FindingSamplesJson.Default.IReadOnlyListFindingSample) ?? [];
}

/// <summary>Generated at build, so that writing a batch costs no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<FindingSample>))]
internal sealed partial class FindingSamplesJson : JsonSerializerContext;

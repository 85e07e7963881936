using System.Text.Json;
using System.Text.Json.Serialization;

namespace DlpDashboard.Providers.Gcs;

/// <summary>Cloud Storage JSON API: a page of buckets.</summary>
internal sealed record GcsBucketPage(string? Kind, string? NextPageToken, IReadOnlyList<GcsBucket>? Items);

/// <summary>Cloud Storage JSON API: a bucket resource, as far as it is asked for.</summary>
internal sealed record GcsBucket(string? Name, DateTimeOffset? TimeCreated, string? Location);

/// <summary>Cloud Storage JSON API: a page of objects.</summary>
internal sealed record GcsObjectPage(string? Kind, string? NextPageToken, IReadOnlyList<GcsObject>? Items);

/// <summary>Cloud Storage JSON API: an object resource, as far as it is asked for. Sizes and generations are 64-bit numbers written as text.</summary>
internal sealed record GcsObject(
    string? Name,
    string? Size,
    string? Generation,
    DateTimeOffset? Updated,
    string? StorageClass,
    JsonElement? CustomerEncryption,
    string? ContentType,
    string? ContentEncoding,
    IReadOnlyDictionary<string, string>? Metadata,
    DateTimeOffset? TimeDeleted = null);

/// <summary>How the answers are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GcsBucketPage))]
[JsonSerializable(typeof(GcsObjectPage))]
[JsonSerializable(typeof(GcsObject))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class GcsJson : JsonSerializerContext;

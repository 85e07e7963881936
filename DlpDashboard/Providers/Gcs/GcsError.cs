using System.Text;
using System.Text.Json;

namespace DlpDashboard.Providers.Gcs;

/// <summary>What a failed answer says. Requests for bytes are answered with plain text, all others with the error document of Google's APIs.</summary>
/// <param name="Reason">The machine's word, the most exact one there is; empty for none.</param>
/// <param name="Message">The text for people; never shown, only searched.</param>
internal readonly record struct GcsError(string Reason, string Message)
{
    private const int MaxDepth = 16;

    /// <summary>Reads a body of any kind.</summary>
    public static GcsError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? new GcsError(ReasonOf(error), TextOf(error, "message"))
                : new GcsError(string.Empty, string.Empty);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new GcsError(string.Empty, Encoding.UTF8.GetString(body));
        }
    }

    // google.rpc.ErrorInfo within the details is more exact than the old list of errors.
    private static string ReasonOf(JsonElement error) =>
        ItemsOf(error, "details").Select(detail => TextOf(detail, "reason"))
            .Concat(ItemsOf(error, "errors").Select(one => TextOf(one, "reason")))
            .FirstOrDefault(reason => reason.Length > 0) ?? string.Empty;

    private static JsonElement[] ItemsOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}

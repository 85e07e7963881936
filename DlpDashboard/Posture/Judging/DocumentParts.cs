using System.Globalization;
using System.Text.Json;

namespace DlpDashboard.Posture.Judging;

/// <summary>Takes parts out of a provider's document by their path. What is missing, null or of another kind is null or empty: documents are hostile and their forms change.</summary>
internal static class DocumentParts
{
    /// <summary>The part at a path of names parted by dots, or null.</summary>
    public static JsonElement? Part(this JsonElement of, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out of))
            {
                return null;
            }
        }

        return of.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : of;
    }

    /// <summary>A text or number as text.</summary>
    public static string? Text(this JsonElement of, string path) => of.Part(path) is not { } part ? null
        : part.ValueKind == JsonValueKind.String ? part.GetString()
        : part.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? part.GetRawText() : null;

    /// <summary>True or false, also written as texts.</summary>
    public static bool? Flag(this JsonElement of, string path) => bool.TryParse(of.Text(path), out var flag) ? flag : null;

    /// <summary>A number, also written as text.</summary>
    public static decimal? Number(this JsonElement of, string path) => decimal.TryParse(of.Text(path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The members of a list; a single object is a list of one.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement of, string path) => of.Part(path) is not { } part ? []
        : part.ValueKind == JsonValueKind.Array ? [.. part.EnumerateArray()]
        : part.ValueKind == JsonValueKind.Object ? [part] : [];

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement of, string path) => of.Part(path) is not { } part ? []
        : part.ValueKind == JsonValueKind.Array ? [.. part.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : part.ValueKind == JsonValueKind.String ? [part.GetString()!] : [];

    /// <summary>Whether a text is this, whatever the case.</summary>
    public static bool Is(this JsonElement of, string path, string value) => string.Equals(of.Text(path), value, StringComparison.OrdinalIgnoreCase);
}

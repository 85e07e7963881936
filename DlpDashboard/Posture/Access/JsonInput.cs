using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>Parts of a JSON input that may be missing or null; names are compared in any case.</summary>
internal static class JsonInput
{
    /// <summary>A part that is there and not null.</summary>
    /// <exception cref="FormatException">What it should be a part of is no object.</exception>
    public static JsonElement? Part(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"An object with \"{name}\" is expected, and there is {Kind(of)}.");
        }

        if (!of.TryGetProperty(name, out var part))
        {
            part = of.EnumerateObject().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return part.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : part;
    }

    /// <summary>A text.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static string? Text(JsonElement of, string name) => Part(of, name) is not { } part ? null
        : part.ValueKind == JsonValueKind.String ? part.GetString()
        : throw new FormatException($"{name} is {Kind(part)} where a text is expected.");

    /// <summary>True or false.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static bool? Flag(JsonElement of, string name) => Part(of, name) is not { } part ? null
        : part.ValueKind is JsonValueKind.True or JsonValueKind.False ? part.GetBoolean()
        : part.ValueKind == JsonValueKind.String && bool.TryParse(part.GetString(), out var flag) ? flag
        : throw new FormatException($"{name} is {Kind(part)} where true or false is expected.");

    /// <summary>The members of a list; none where it is missing.</summary>
    /// <exception cref="FormatException">It is no list.</exception>
    public static IReadOnlyList<JsonElement> List(JsonElement of, string name) => Part(of, name) is not { } part ? []
        : part.ValueKind == JsonValueKind.Array ? [.. part.EnumerateArray()]
        : throw new FormatException($"{name} is {Kind(part)} where a list is expected.");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "nothing",
    };
}

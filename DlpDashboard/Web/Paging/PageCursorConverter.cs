using System.Text.Json;
using System.Text.Json.Serialization;
using DlpDashboard.Kernel;

namespace DlpDashboard.Web.Paging;

/// <summary>A cursor travels as its text.</summary>
internal sealed class PageCursorConverter : JsonConverter<PageCursor>
{
    public override PageCursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PageCursor.TryParse(reader.GetString(), out var cursor)
            ? cursor
            : throw new JsonException("Not a cursor.");

    public override void Write(Utf8JsonWriter writer, PageCursor value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

using System.Text.Json;
using System.Text.Unicode;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Reads an Avro schema (Apache Avro 1.11, "Schema Declaration"), which is JSON. Damage is an <see cref="InvalidDataException"/>.</summary>
internal sealed class AvroSchema
{
    private const int MaxTypes = 20_000;
    private const int MaxDepth = 64;

    private readonly Dictionary<string, AvroType> _named = new(StringComparer.Ordinal);
    private int _types;

    private AvroSchema()
    {
    }

    /// <summary>The schema's type.</summary>
    public static AvroType Read(ReadOnlyMemory<byte> json)
    {
        Damage.Unless(Utf8.IsValid(json.Span));
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new AvroSchema().Read(document.RootElement, "", 0);
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            // The second: a name with half a surrogate pair in it.
            Damage.Found();
            return null!;
        }
    }

    private AvroType Read(JsonElement schema, string space, int depth)
    {
        Damage.Unless(++_types <= MaxTypes && depth < MaxDepth);
        switch (schema.ValueKind)
        {
            case JsonValueKind.String:
                return OfName(schema.GetString()!, space);
            case JsonValueKind.Array:
                var union = new AvroType(AvroKind.Union);
                foreach (var branch in schema.EnumerateArray())
                {
                    union.Types.Add(Read(branch, space, depth + 1));
                }

                return union;
            case JsonValueKind.Object when schema.TryGetProperty("type", out var type):
                return type.ValueKind == JsonValueKind.String ? ReadObject(schema, type.GetString()!, space, depth) : Read(type, space, depth + 1);
            default:
                Damage.Found();
                return null!;
        }
    }

    private AvroType ReadObject(JsonElement schema, string type, string space, int depth)
    {
        switch (type)
        {
            case "record" or "error":
                return ReadRecord(schema, space, depth);
            case "enum":
                var symbols = Name(schema, new AvroType(AvroKind.Symbol), ref space);
                foreach (var symbol in PropertyOf(schema, "symbols", JsonValueKind.Array).EnumerateArray())
                {
                    symbols.Names.Add(SafeText.Of(TextOf(symbol)));
                }

                return symbols;
            case "array":
                var array = new AvroType(AvroKind.Array);
                array.Types.Add(Read(PropertyOf(schema, "items", null), space, depth + 1));
                return array;
            case "map":
                var map = new AvroType(AvroKind.Map);
                map.Types.Add(Read(PropertyOf(schema, "values", null), space, depth + 1));
                return map;
            case "fixed":
                Damage.Unless(PropertyOf(schema, "size", JsonValueKind.Number).TryGetInt32(out var size) && size >= 0);
                return Name(schema, new AvroType(AvroKind.Fixed) { Size = size, Meaning = MeaningOf(schema), Scale = ScaleOf(schema) }, ref space);
            default:
                var plain = OfName(type, space);
                return MeaningOf(schema) is var meaning and not AvroMeaning.Plain ? new AvroType(plain.Kind) { Meaning = meaning, Scale = ScaleOf(schema) } : plain;
        }
    }

    private AvroType ReadRecord(JsonElement schema, string space, int depth)
    {
        // Known by its name before its fields are read: they may hold it.
        var record = Name(schema, new AvroType(AvroKind.Record), ref space);
        foreach (var field in PropertyOf(schema, "fields", JsonValueKind.Array).EnumerateArray())
        {
            record.Names.Add(SafeText.Of(TextOf(PropertyOf(field, "name", JsonValueKind.String))));
            record.Types.Add(Read(PropertyOf(field, "type", null), space, depth + 1));
        }

        return record;
    }

    private AvroType Name(JsonElement schema, AvroType type, ref string space)
    {
        var name = TextOf(PropertyOf(schema, "name", JsonValueKind.String));
        if (name.LastIndexOf('.') is var dot and > 0)
        {
            space = name[..dot];
        }
        else
        {
            space = schema.TryGetProperty("namespace", out var own) ? TextOf(own) : space;
            name = space.Length == 0 ? name : $"{space}.{name}";
        }

        _named[name] = type;
        return type;
    }

    private AvroType OfName(string name, string space)
    {
        AvroKind? kind = name switch
        {
            "null" => AvroKind.Null,
            "boolean" => AvroKind.Boolean,
            "int" or "long" => AvroKind.Whole,
            "float" => AvroKind.Float,
            "double" => AvroKind.Double,
            "bytes" => AvroKind.Bytes,
            "string" => AvroKind.Text,
            _ => null,
        };
        if (kind is { } primitive)
        {
            return new AvroType(primitive);
        }

        var isKnown = _named.TryGetValue(space.Length == 0 || name.Contains('.', StringComparison.Ordinal) ? name : $"{space}.{name}", out var type)
            || _named.TryGetValue(name, out type);
        Damage.Unless(isKnown);
        return type!;
    }

    private static AvroMeaning MeaningOf(JsonElement schema) => !schema.TryGetProperty("logicalType", out var logical) || logical.ValueKind != JsonValueKind.String
        ? AvroMeaning.Plain
        : logical.GetString() switch
        {
            "decimal" => AvroMeaning.Decimal,
            "date" => AvroMeaning.Date,
            "timestamp-millis" or "local-timestamp-millis" => AvroMeaning.Milliseconds,
            "timestamp-micros" or "local-timestamp-micros" => AvroMeaning.Microseconds,
            _ => AvroMeaning.Plain,
        };

    private static int ScaleOf(JsonElement schema) =>
        schema.TryGetProperty("scale", out var scale) && scale.ValueKind == JsonValueKind.Number && scale.TryGetInt32(out var value) ? Math.Clamp(value, 0, 100) : 0;

    private static JsonElement PropertyOf(JsonElement schema, string name, JsonValueKind? kind)
    {
        Damage.Unless(schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var property) && (kind is null || property.ValueKind == kind));
        return schema.GetProperty(name);
    }

    private static string TextOf(JsonElement element)
    {
        Damage.Unless(element.ValueKind == JsonValueKind.String);
        return element.GetString()!;
    }
}

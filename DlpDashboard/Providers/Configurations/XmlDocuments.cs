using System.Text.Json.Nodes;
using System.Xml;

namespace DlpDashboard.Providers.Configurations;

/// <summary>
/// Turns a provider's XML into JSON: an element with text is a text, one with elements an object, repeated ones a list. Elements that may be repeated are
/// lists even when there is one, so that a document has the same form whatever its length. Attributes become members; namespaces are dropped. The text is hostile.
/// </summary>
internal static class XmlDocuments
{
    private const int MaxDepth = 24;
    private const int MaxElements = 20_000;

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "Grant", "Rule", "Tag", "Transition", "NoncurrentVersionTransition", "CORSRule", "CorsRule", "AllowedOrigin", "AllowedMethod", "AllowedHeader", "ExposeHeader",
        "TopicConfiguration", "QueueConfiguration", "CloudFunctionConfiguration", "Event", "FilterRule", "RoutingRule", "SignedIdentifier",
    };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true };

    /// <summary>Reads a document: the name of its root, and what is in it.</summary>
    /// <exception cref="XmlException">It is no XML, or too deep, or has too many elements.</exception>
    public static (string Root, JsonObject Content) Read(Stream xml)
    {
        using var reader = XmlReader.Create(xml, Settings);
        reader.MoveToContent();
        var root = reader.LocalName;
        var left = MaxElements;
        return (root, ReadElement(reader, 0, ref left) as JsonObject ?? []);
    }

    /// <summary>The code of an error document, or null where it is none.</summary>
    public static string? ErrorCodeOf(byte[] body)
    {
        try
        {
            var (root, content) = Read(new MemoryStream(body, writable: false));
            var error = root == "ErrorResponse" ? content["Error"] : root == "Error" ? content : null;
            return error?["Code"] is JsonValue code && code.TryGetValue<string>(out var text) && text.Length is > 0 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.') ? text : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static JsonNode ReadElement(XmlReader reader, int depth, ref int left)
    {
        if (depth > MaxDepth || --left < 0)
        {
            throw new XmlException("The document is too deep or too long.");
        }

        var content = new JsonObject();
        ReadAttributes(reader, content);
        var text = string.Empty;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return content.Count > 0 || depth == 0 ? content : JsonValue.Create(string.Empty);
        }

        reader.Read();
        var hasElements = false;
        while (reader.NodeType != XmlNodeType.EndElement && !reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                hasElements = true;
                var name = reader.LocalName;
                Add(content, name, ReadElement(reader, depth + 1, ref left));
                continue;
            }

            text += reader.Value;
            reader.Read();
        }

        reader.Read();
        if (depth == 0 && !hasElements && text.Length > 0)
        {
            content["value"] = text;
        }

        return hasElements || content.Count > 0 || depth == 0 ? content : JsonValue.Create(text);
    }

    private static void ReadAttributes(XmlReader reader, JsonObject content)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
            {
                content[reader.LocalName] = reader.Value;
            }
        }

        reader.MoveToElement();
    }

    private static void Add(JsonObject content, string name, JsonNode value)
    {
        switch (content[name])
        {
            case JsonArray list:
                list.Add(value);
                break;
            case { } first:
                content.Remove(name);
                content[name] = new JsonArray(first, value);
                break;
            default:
                content[name] = Lists.Contains(name) ? new JsonArray(value) : value;
                break;
        }
    }
}

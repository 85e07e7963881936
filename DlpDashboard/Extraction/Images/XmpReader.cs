using System.Text;
using System.Xml;

namespace DlpDashboard.Extraction.Images;

/// <summary>Reads XMP (ISO 16684-1), which is RDF in XML: each text and attribute by the property it belongs to.</summary>
internal static class XmpReader
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 64;
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>Reads a packet; what is damaged ends quietly with what stands before.</summary>
    public static void Read(ReadOnlySpan<byte> packet, ImageTexts texts)
    {
        packet = packet[..Math.Min(packet.Length, MaxBytes)].TrimEnd("\0 \r\n\t"u8);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes, CheckCharacters = false };
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(packet)), settings);
            ReadNodes(reader, texts);
        }
        catch (XmlException)
        {
            // Packets are cut and patched by many programs: what was read counts.
        }
    }

    private static void ReadNodes(XmlReader reader, ImageTexts texts)
    {
        var property = new string[MaxDepth + 1];
        while (reader.Read() && reader.Depth < MaxDepth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                // Lists and descriptions only wrap: the name over them counts.
                var isWrapper = reader.NamespaceURI == Rdf;
                property[reader.Depth] = isWrapper ? reader.Depth > 0 ? property[reader.Depth - 1] : "" : reader.Name;
                while (reader.MoveToNextAttribute())
                {
                    if (reader.NamespaceURI != Rdf && reader.Prefix.Length > 0 && reader.Prefix is not ("xmlns" or "xml"))
                    {
                        texts.Add($"xmp {SafeText.Of(reader.Name)}", reader.Value);
                    }
                }

                reader.MoveToElement();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Depth > 0)
            {
                texts.Add($"xmp {SafeText.Of(property[reader.Depth - 1] ?? "")}", reader.Value);
            }
        }
    }
}

using System.Globalization;
using System.Xml;

namespace DlpDashboard.Providers.Azure;

/// <summary>One page of a listing: of containers or of blobs.</summary>
/// <param name="Container">The container it names; empty for a page of containers.</param>
/// <param name="Entries">In the server's order.</param>
/// <param name="NextMarker">Leads to the next page; null at the end.</param>
internal sealed record AzurePage(string Container, IReadOnlyList<AzureEntry> Entries, string? NextMarker)
{
    private const int MaxEntries = 10_000;

    /// <summary>Reads an answer of List Blobs or List Containers.</summary>
    /// <exception cref="XmlException">It is no listing, or cut.</exception>
    /// <exception cref="FormatException">A number is none.</exception>
    /// <exception cref="OverflowException">A number is impossible.</exception>
    public static AzurePage Read(Stream xml)
    {
        using var reader = AzureXml.Open(xml);
        reader.MoveToContent();
        if (reader.LocalName != "EnumerationResults")
        {
            throw new XmlException("No listing.");
        }

        var container = reader.GetAttribute("ContainerName") ?? string.Empty;
        container = container[(container.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');
        var entries = new List<AzureEntry>();
        string? marker = null;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Blob" or "BlobPrefix" or "Container" } && entries.Count < MaxEntries)
            {
                entries.Add(ReadEntry(reader));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "NextMarker" })
            {
                marker = reader.ReadElementContentAsString();
            }
            else
            {
                reader.Read();
            }
        }

        return new AzurePage(container, entries, string.IsNullOrEmpty(marker) ? null : marker);
    }

    private static AzureEntry ReadEntry(XmlReader reader)
    {
        var entry = new AzureEntry { IsPrefix = reader.LocalName == "BlobPrefix" };
        using var inner = reader.ReadSubtree();
        inner.Read();
        inner.Read();
        while (!inner.EOF)
        {
            if (inner.NodeType != XmlNodeType.Element || inner.LocalName == "Properties")
            {
                inner.Read();
            }
            else if (inner.LocalName == "Metadata")
            {
                ReadMetadata(inner, entry);
            }
            else if (!ReadValue(inner, entry))
            {
                inner.Skip();
            }
        }

        inner.Close();
        reader.Read();
        return entry;
    }

    private static bool ReadValue(XmlReader reader, AzureEntry entry)
    {
        switch (reader.LocalName)
        {
            case "Name":
                var isEncoded = reader.GetAttribute("Encoded") == "true";
                var name = reader.ReadElementContentAsString();
                entry.Name = isEncoded ? Uri.UnescapeDataString(name) : name;
                return true;
            case "Content-Length":
                entry.Size = long.Parse(reader.ReadElementContentAsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                return true;
            case "Etag":
                entry.ETag = reader.ReadElementContentAsString().Trim('"');
                return true;
            case "Last-Modified":
                var text = reader.ReadElementContentAsString();
                entry.ModifiedUtc = DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : DateTime.UnixEpoch;
                return true;
            case "AccessTier":
                entry.Tier = reader.ReadElementContentAsString() is { Length: > 0 and <= 40 } tier ? tier : null;
                return true;
            case "Snapshot":
                entry.IsSnapshot |= reader.ReadElementContentAsString().Length > 0;
                return true;
            case "VersionId":
                entry.HasVersion |= reader.ReadElementContentAsString().Length > 0;
                return true;
            case "IsCurrentVersion":
                entry.IsCurrent |= reader.ReadElementContentAsString() == "true";
                return true;
            case "ResourceType":
                entry.IsFolder |= reader.ReadElementContentAsString() == "directory";
                return true;
            case "CustomerProvidedKeySha256":
                entry.HasForeignKey |= reader.ReadElementContentAsString().Length > 0;
                return true;
            default:
                return false;
        }
    }

    private static void ReadMetadata(XmlReader reader, AzureEntry entry)
    {
        using var pairs = reader.ReadSubtree();
        pairs.Read();
        pairs.Read();
        while (!pairs.EOF)
        {
            if (pairs.NodeType != XmlNodeType.Element)
            {
                pairs.Read();
                continue;
            }

            entry.HasForeignKey |= pairs.LocalName.Equals("encryptiondata", StringComparison.OrdinalIgnoreCase);
            var isFolder = pairs.LocalName.Equals("hdi_isfolder", StringComparison.OrdinalIgnoreCase);
            entry.IsFolder |= pairs.ReadElementContentAsString().Equals("true", StringComparison.OrdinalIgnoreCase) && isFolder;
        }

        pairs.Close();
        reader.Read();
    }
}

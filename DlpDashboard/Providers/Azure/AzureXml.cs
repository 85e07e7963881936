using System.Xml;

namespace DlpDashboard.Providers.Azure;

/// <summary>Readers for the service's XML, which is hostile text.</summary>
internal static class AzureXml
{
    // Characters are not checked: emulators send names with control characters as they are.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads from a stream that stays open.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);
}

namespace DlpDashboard.Extraction.Formats;

/// <summary>The readers of formats by the names that sniffing gives.</summary>
internal static class FormatReaders
{
    /// <summary>New readers for one extractor.</summary>
    public static Dictionary<string, IFormatReader> Create() => new(StringComparer.Ordinal)
    {
    };
}

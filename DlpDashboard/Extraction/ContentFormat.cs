namespace DlpDashboard.Extraction;

/// <summary>How content is read.</summary>
internal enum ContentShape
{
    /// <summary>No bytes.</summary>
    Empty,

    /// <summary>UTF-8, ASCII, or a Windows code page where it is not valid UTF-8.</summary>
    Text,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>A gzip stream.</summary>
    Gzip,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>Not read.</summary>
    Unsupported,
}

/// <summary>What content is, told by its first bytes.</summary>
/// <param name="Shape">How it is read.</param>
/// <param name="Kind">Its name.</param>
/// <param name="Skip">Bytes before the text: a byte order mark.</param>
/// <param name="Reason">Why it is not read; null where it is.</param>
internal sealed record ContentFormat(ContentShape Shape, string Kind, int Skip = 0, string? Reason = null);

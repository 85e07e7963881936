namespace DlpDashboard.Extraction;

/// <summary>How far an object's text could be read; the part of an object's states that depends on its bytes.</summary>
internal enum ExtractionState
{
    /// <summary>All of it.</summary>
    Scanned,

    /// <summary>Some of it; the reason says what is missing.</summary>
    Partial,

    /// <summary>Nothing: the format is not read; the reason names it.</summary>
    Unsupported,

    /// <summary>Nothing: it is protected by a password.</summary>
    Encrypted,

    /// <summary>Nothing: it is an archive larger than may be copied aside.</summary>
    TooLarge,

    /// <summary>Nothing: it is damaged.</summary>
    Failed,
}

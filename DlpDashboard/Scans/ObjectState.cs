namespace DlpDashboard.Scans;

/// <summary>How the reading of one object ended; written camelCase outside (<c>tooLarge</c>). Each but <see cref="Scanned"/> comes with a reason.</summary>
public enum ObjectState
{
    /// <summary>Read completely.</summary>
    Scanned,

    /// <summary>Read in part: a limit or damage ended it.</summary>
    Partial,

    /// <summary>No way to read text from this format, or nothing that is ever opened: a link, device, pipe or socket.</summary>
    Unsupported,

    /// <summary>Closed by a password or key.</summary>
    Encrypted,

    /// <summary>The credentials may not read it.</summary>
    Denied,

    /// <summary>Larger than the limit of its format.</summary>
    TooLarge,

    /// <summary>Archived: it must be restored before it can be read.</summary>
    ColdStorage,

    /// <summary>Reading broke: it vanished, changed or was damaged.</summary>
    Failed,
}

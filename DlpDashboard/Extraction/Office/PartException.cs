namespace DlpDashboard.Extraction.Office;

/// <summary>A part of a document breaks a limit of its reader. Becomes the part's outcome; it never leaves extraction.</summary>
/// <param name="because">What is wrong, in words that follow "because".</param>
internal sealed class PartException(string because) : Exception(because)
{
    /// <summary>What is wrong, in words that follow "because".</summary>
    public string Because => Message;
}

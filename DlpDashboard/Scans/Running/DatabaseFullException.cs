namespace DlpDashboard.Scans.Running;

/// <summary>The database's disk stayed full. Nothing is lost but what was about to be written; it is read again.</summary>
internal sealed class DatabaseFullException(Exception cause) : Exception(Sentence, cause)
{
    /// <summary>For people.</summary>
    public const string Sentence =
        "The disk of the app's own database is full, so nothing more could be written. Make room there, then resume the scan: it goes on from where it stood.";
}

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// What may be read of one compound file, all its streams together: honest files are read a few times over, and files whose streams share their sectors would be read
/// without end.
/// </summary>
internal sealed class CompoundMeter(long fileLength)
{
    private const int Times = 8;
    private const long Floor = 16 * 1024 * 1024;

    private long _left = (fileLength * Times) + Floor;

    /// <summary>Whether nothing more is read.</summary>
    public bool IsUsedUp => _left <= 0;

    /// <summary>Counts bytes.</summary>
    public void Take(long bytes) => _left -= bytes;
}

namespace DlpDashboard.Detectors;

/// <summary>How much is tried out at once.</summary>
public static class TryLimits
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>Most detections that are told one by one; further ones are counted.</summary>
    public const int MostDetections = 500;

    /// <summary>Largest request body of a text or of a list of words, in bytes: each character may be written as an escape.</summary>
    public const long LargestBody = 16 << 20;
}

namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>How well one detector did on labelled text: spans labelled and found, detections right and wrong.</summary>
internal sealed class TypeScore
{
    public int Labelled { get; set; }

    public int Found { get; set; }

    public int Right { get; set; }

    public int Wrong { get; set; }

    public double Precision => Right + Wrong == 0 ? 1 : Right / (double)(Right + Wrong);

    public double Recall => Labelled == 0 ? 1 : Found / (double)Labelled;

    /// <summary>Recall counts four times as much as precision.</summary>
    public double F2 => Precision + Recall == 0 ? 0 : 5 * Precision * Recall / ((4 * Precision) + Recall);
}

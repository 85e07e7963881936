namespace DlpDashboard.Scans.Planning;

/// <summary>How an estimate came by its numbers.</summary>
public enum ScanEstimateCertainty
{
    /// <summary>Everything was listed.</summary>
    Counted,

    /// <summary>The listing was cut short; what was seen stands for the whole, whose size an earlier scan tells.</summary>
    Extrapolated,

    /// <summary>The listing was cut short and nothing tells how much there is: it is at least this.</summary>
    LowerBound,
}

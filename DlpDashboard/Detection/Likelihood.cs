namespace DlpDashboard.Detection;

/// <summary>How sure a detection is; written camelCase outside (<c>veryLikely</c>). The default floor is <see cref="Possible"/>.</summary>
public enum Likelihood
{
    /// <summary>Score below 0.2.</summary>
    VeryUnlikely,

    /// <summary>Score from 0.2.</summary>
    Unlikely,

    /// <summary>Score from 0.4.</summary>
    Possible,

    /// <summary>Score from 0.6.</summary>
    Likely,

    /// <summary>Score from 0.85.</summary>
    VeryLikely,
}

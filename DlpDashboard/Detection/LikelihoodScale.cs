namespace DlpDashboard.Detection;

/// <summary>How scores and names of likelihoods belong together.</summary>
public static class LikelihoodScale
{
    private static readonly string[] Names = ["veryUnlikely", "unlikely", "possible", "likely", "veryLikely"];

    /// <summary>The likelihood of a score from 0 to 1.</summary>
    public static Likelihood Of(double score) => score switch
    {
        >= 0.85 => Likelihood.VeryLikely,
        >= 0.6 => Likelihood.Likely,
        >= 0.4 => Likelihood.Possible,
        >= 0.2 => Likelihood.Unlikely,
        _ => Likelihood.VeryUnlikely,
    };

    /// <summary>The name outside systems read: <c>veryLikely</c>.</summary>
    public static string ToName(this Likelihood likelihood) => Names[(int)likelihood];

    /// <summary>Reads a name, whatever its case.</summary>
    public static bool TryParse(string? name, out Likelihood likelihood)
    {
        var index = Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        likelihood = index < 0 ? Likelihood.Possible : (Likelihood)index;
        return index >= 0;
    }
}

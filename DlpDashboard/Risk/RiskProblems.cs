using DlpDashboard.Kernel;

namespace DlpDashboard.Risk;

/// <summary>What may go wrong, in words.</summary>
internal static class RiskProblems
{
    public static readonly Problem BucketNotFound =
        Problem.NotFound("risk.bucketNotFound", "There is no such bucket in your organisation, or nothing is known of it any more. Go back to the list and choose another.");
}

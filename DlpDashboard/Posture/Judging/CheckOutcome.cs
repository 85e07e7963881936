namespace DlpDashboard.Posture.Judging;

/// <summary>A check and what it says of a bucket.</summary>
/// <param name="Check">The check.</param>
/// <param name="Finding">What it says.</param>
internal sealed record CheckOutcome(PostureCheck Check, CheckFinding Finding)
{
    /// <summary>Runs all checks of the bucket's provider.</summary>
    public static IReadOnlyList<CheckOutcome> Of(BucketConfiguration bucket) => [.. CheckCatalogue.Of(bucket.Provider).Select(check => new CheckOutcome(check, check.Judge(bucket)))];

    /// <summary>Secure, insecure or unknown, by the grave checks alone.</summary>
    public static BucketStanding StandingOf(IReadOnlyCollection<(CheckSeverity Severity, CheckVerdict Verdict, bool IsSuppressed)> results)
    {
        var grave = results.Where(result => result.Severity >= CheckSeverity.High).ToList();
        return grave.Exists(result => result is { Verdict: CheckVerdict.Fail, IsSuppressed: false }) ? BucketStanding.Insecure
            : results.Count == 0 || grave.Exists(result => result.Verdict == CheckVerdict.Unknown) ? BucketStanding.Unknown
            : BucketStanding.Secure;
    }
}

namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Not every web page may read by a visitor's browser.</summary>
internal sealed class GcsCorsCheck() : PostureCheck(
    "gcs-cors",
    CheckSeverity.Medium,
    "Not every web page may read by a visitor's browser",
    new CheckGuidance(
        "With every origin allowed, any page a visitor opens can use links and sign-ins of that browser.",
        "By command",
        "gcloud storage buckets update gs://BUCKET --clear-cors"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(!resource.Items("cors").Any(rule => rule.Texts("origin").Contains("*")), "No rule takes every origin.", "A rule takes every origin.");
    }
}

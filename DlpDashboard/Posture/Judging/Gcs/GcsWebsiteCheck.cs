namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>The bucket is no website.</summary>
internal sealed class GcsWebsiteCheck() : PostureCheck(
    "gcs-website",
    CheckSeverity.Medium,
    "The bucket is no website",
    new CheckGuidance(
        "A website bucket is made to be public.",
        "By command",
        "gcloud storage buckets update gs://BUCKET --clear-web-main-page-suffix --clear-web-error-page"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Part("website") is null, "Website settings are off.", "Website settings are on.");
    }
}

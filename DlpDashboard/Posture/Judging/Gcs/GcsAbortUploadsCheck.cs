namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Incomplete uploads are removed.</summary>
internal sealed class GcsAbortUploadsCheck() : PostureCheck(
    "gcs-abort-uploads",
    CheckSeverity.Low,
    "Incomplete uploads are removed",
    new CheckGuidance(
        "Parts of uploads that never ended are seen in no listing, and hold data all the same.",
        "Google Cloud console, Cloud Storage, the bucket, Lifecycle, Add a rule, Delete multi-part upload",
        "gcloud storage buckets update gs://BUCKET --lifecycle-file=rules.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Items("lifecycle.rule").Any(rule => rule.Is("action.type", "AbortIncompleteMultipartUpload")), "A rule removes them.", "No rule removes incomplete uploads.");
    }
}

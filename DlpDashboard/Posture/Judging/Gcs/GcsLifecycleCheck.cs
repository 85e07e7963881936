namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>A lifecycle says how long objects stay.</summary>
internal sealed class GcsLifecycleCheck() : PostureCheck(
    "gcs-lifecycle",
    CheckSeverity.Low,
    "A lifecycle says how long objects stay",
    new CheckGuidance(
        "What nobody needs any more still leaks.",
        "Google Cloud console, Cloud Storage, the bucket, Lifecycle, Add a rule",
        "gcloud storage buckets update gs://BUCKET --lifecycle-file=rules.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        var rules = resource.Items("lifecycle.rule").Count;
        return CheckFinding.Of(rules > 0, $"{rules} rules are set.", "No rule of a lifecycle is set.");
    }
}

namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>A label says how sensitive the bucket is.</summary>
internal sealed class GcsLabelsCheck() : PostureCheck(
    "gcs-labels",
    CheckSeverity.Info,
    "A label says how sensitive the bucket is",
    new CheckGuidance(
        "Rules and people treat a bucket by its class.",
        "Google Cloud console, Cloud Storage, the bucket, Configuration, Labels",
        "gcloud storage buckets update gs://BUCKET --update-labels=data-classification=CLASS"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(
            resource.Part("labels") is { ValueKind: System.Text.Json.JsonValueKind.Object } labels && labels.EnumerateObject().Any(label => label.Name.Contains("classification", StringComparison.OrdinalIgnoreCase)), "A classification is given.", "No label gives a classification.");
    }
}

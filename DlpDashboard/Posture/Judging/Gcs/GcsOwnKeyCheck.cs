namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Objects are encrypted with a key of your own.</summary>
internal sealed class GcsOwnKeyCheck() : PostureCheck(
    "gcs-own-key",
    CheckSeverity.High,
    "Objects are encrypted with a key of your own",
    new CheckGuidance(
        "A key of your own can be taken away and its use is logged.",
        "Google Cloud console, Cloud Storage, the bucket, Configuration, Encryption type, Cloud KMS key",
        "gcloud storage buckets update gs://BUCKET --default-encryption-key=KEY"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Text("encryption.defaultKmsKeyName") is { Length: > 0 }, "A key of your own is the default.", "Keys of the provider are used.");
    }
}

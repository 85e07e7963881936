namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Public access is prevented.</summary>
internal sealed class GcsPreventionCheck() : PostureCheck(
    "gcs-prevention",
    CheckSeverity.High,
    "Public access is prevented",
    new CheckGuidance(
        "Prevention makes grants to everybody count for nothing, also those of tomorrow.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions, Prevent public access",
        "gcloud storage buckets update gs://BUCKET --public-access-prevention"),
    "CKV_GCP_114")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return resource.Is("iamConfiguration.publicAccessPrevention", "enforced") ? CheckFinding.Pass("Prevention is enforced on the bucket.")
            : bucket.IsUnknown("organisationPolicy") ? CheckFinding.Unknown("The bucket inherits prevention, and what the organisation says could not be read.")
            : CheckFinding.Of(bucket.Known("organisationPolicy") is { } policy && policy.Items("spec.rules").Any(rule => rule.Flag("enforce") == true), "The organisation enforces prevention.", "Prevention is enforced neither on the bucket nor by the organisation.");
    }
}

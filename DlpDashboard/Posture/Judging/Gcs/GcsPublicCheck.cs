namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Nobody without a Google sign-in reaches the bucket.</summary>
internal sealed class GcsPublicCheck() : PostureCheck(
    "gcs-public",
    CheckSeverity.Critical,
    "Nobody without a Google sign-in reaches the bucket",
    new CheckGuidance(
        "Whoever knows or guesses the name of an open bucket reads, lists or changes what lies in it.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions: remove allUsers and allAuthenticatedUsers, then Prevent public access",
        "gcloud storage buckets remove-iam-policy-binding gs://BUCKET --member=allUsers --role=ROLE"),
    "CIS GCP 2.0: 5.1",
    "CIS GCP 4.0: 5.1",
    "CIS GCP 5.0: 5.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => bucket.Exposure.Finding("No binding and no list lets strangers in.");
}

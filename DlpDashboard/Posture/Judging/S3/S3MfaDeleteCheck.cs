namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Deleting versions asks for a second factor.</summary>
internal sealed class S3MfaDeleteCheck() : PostureCheck(
    "s3-mfa-delete",
    CheckSeverity.Medium,
    "Deleting versions asks for a second factor",
    new CheckGuidance(
        "A stolen key alone must not be enough to destroy versions for good.",
        "Only by command, as the root user with its device",
        "aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa \"SERIAL CODE\""),
    "CIS AWS 1.5: 2.1.3",
    "CIS AWS 3.0: 2.1.2",
    "CIS AWS 5.0: 2.1.2",
    "CIS AWS 7.0: 3.1.2",
    "FSBP S3.20")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var versioning = bucket.Read("versioning");
        return versioning?.Is("Status", "Enabled") != true ? CheckFinding.NotApplicable("There are no versions to keep from deletion.")
            : CheckFinding.Of(versioning.Value.Is("MfaDelete", "Enabled") || versioning.Value.Is("MFADelete", "Enabled"), "A second factor is asked.", "No second factor is asked to delete versions.");
    }
}

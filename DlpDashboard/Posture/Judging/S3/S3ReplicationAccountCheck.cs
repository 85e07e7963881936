namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Copies stay in your account.</summary>
internal sealed class S3ReplicationAccountCheck() : PostureCheck(
    "s3-replication-account",
    CheckSeverity.High,
    "Copies stay in your account",
    new CheckGuidance(
        "A rule that replicates to somebody else's account takes every new object out of your hands, quietly.",
        "S3 console, the bucket, Management, Replication rules: look at the destination account",
        "aws s3api get-bucket-replication --bucket BUCKET"),
    "Macie Policy:IAMUser/S3BucketReplicatedExternally")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var rules = bucket.Read("replication")?.Items("Rule").Where(rule => rule.Is("Status", "Enabled")).ToList() ?? [];
        if (rules.Count == 0)
        {
            return CheckFinding.NotApplicable("Nothing is replicated.");
        }

        var own = bucket.Known("account")?.Text("accountId");
        var others = rules.Select(rule => rule.Text("Destination.Account")).OfType<string>().Where(account => account != own).Distinct(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? CheckFinding.Pass("No rule names another account.")
            : own is null ? CheckFinding.Unknown($"Rules name the account {string.Join(", ", others)}; which one is the bucket's own is not known.")
            : CheckFinding.Fail($"Objects are copied to the account {string.Join(", ", others)}.");
    }
}

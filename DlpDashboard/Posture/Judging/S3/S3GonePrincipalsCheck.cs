namespace DlpDashboard.Posture.Judging.S3;

/// <summary>The policy names nobody who is gone.</summary>
internal sealed class S3GonePrincipalsCheck() : PostureCheck(
    "s3-gone-principals",
    CheckSeverity.Low,
    "The policy names nobody who is gone",
    new CheckGuidance(
        "When a user or role is deleted its name in a policy turns into an id. Such remains hide what a policy means.",
        "S3 console, the bucket, Permissions, Bucket policy: remove principals that begin with AIDA or AROA",
        "aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        var gone = S3Exposure.StatementsOf(bucket).SelectMany(statement => statement.Principals.Named).Select(one => one.Value)
            .Where(value => value.StartsWith("AIDA", StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(5).ToList();
        return CheckFinding.Of(gone.Count == 0, "Every principal is named.", $"The policy names deleted principals: {string.Join(", ", gone)}.");
    }
}

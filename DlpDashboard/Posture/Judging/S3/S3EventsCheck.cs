namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Changes are told.</summary>
internal sealed class S3EventsCheck() : PostureCheck(
    "s3-events",
    CheckSeverity.Low,
    "Changes are told",
    new CheckGuidance(
        "A notification lets a scan or an alarm begin when an object arrives and not the day after.",
        "S3 console, the bucket, Properties, Event notifications or Amazon EventBridge",
        "aws s3api put-bucket-notification-configuration --bucket BUCKET --notification-configuration EventBridgeConfiguration={}"),
    "FSBP S3.11",
    "CKV2_AWS_62")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var told = bucket.Read("notification");
        var isTold = told is { } all && (all.Part("EventBridgeConfiguration") is not null || all.Items("TopicConfiguration").Count + all.Items("QueueConfiguration").Count + all.Items("CloudFunctionConfiguration").Count > 0);
        return CheckFinding.Of(isTold, "Changes are told.", "Nobody is told of changes.");
    }
}

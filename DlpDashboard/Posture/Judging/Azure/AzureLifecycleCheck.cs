namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>A lifecycle says how long blobs stay.</summary>
internal sealed class AzureLifecycleCheck() : PostureCheck(
    "azure-lifecycle",
    CheckSeverity.Low,
    "A lifecycle says how long blobs stay",
    new CheckGuidance(
        "What nobody needs any more still leaks.",
        "Azure portal, the storage account, Lifecycle management, Add a rule",
        "az storage account management-policy create --account-name ACCOUNT --policy @policy.json --resource-group GROUP"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var rules = bucket.Read("managementPolicy")?.Items("properties.policy.rules").Count(rule => rule.Flag("enabled") != false) ?? 0;
        return CheckFinding.Of(rules > 0, $"{rules} rules are on.", "No rule of a lifecycle is on.");
    }
}

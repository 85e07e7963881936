namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>A reminder says when keys are too old.</summary>
internal sealed class AzureKeyExpiryCheck() : PostureCheck(
    "azure-key-expiry",
    CheckSeverity.Low,
    "A reminder says when keys are too old",
    new CheckGuidance(
        "Without one nobody remembers to rotate them.",
        "Azure portal, the storage account, Access keys, Set rotation reminder",
        "az storage account update --name ACCOUNT --key-exp-days 90"),
    "CIS Azure 4.0: 10.3.1.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of(account.Number("properties.keyPolicy.keyExpirationPeriodInDays") is > 0 and <= 90, "A reminder of at most 90 days is set.", "No reminder of at most 90 days is set.");
    }
}

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Signed addresses may not live for ever.</summary>
internal sealed class AzureSasExpiryCheck() : PostureCheck(
    "azure-sas-expiry",
    CheckSeverity.Medium,
    "Signed addresses may not live for ever",
    new CheckGuidance(
        "A signed address that lasts for years is a key that nobody can find or take back.",
        "Azure portal, the storage account, Configuration, Allow recommended upper limit for SAS expiry interval",
        "az storage account update --name ACCOUNT --sas-exp 1.00:00:00"),
    "CKV2_AZURE_41")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of(account.Text("properties.sasPolicy.sasExpirationPeriod") is { Length: > 0 }, "A limit is set.", "No limit is set for how long a SAS may live.");
    }
}

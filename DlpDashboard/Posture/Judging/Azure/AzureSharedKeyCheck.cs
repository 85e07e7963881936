namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Account keys are not taken.</summary>
internal sealed class AzureSharedKeyCheck() : PostureCheck(
    "azure-shared-key",
    CheckSeverity.High,
    "Account keys are not taken",
    new CheckGuidance(
        "A key opens everything to whoever holds it, names nobody in logs, and never ends.",
        "Azure portal, the storage account, Configuration, Allow storage account key access, Disabled",
        "az storage account update --name ACCOUNT --allow-shared-key-access false"),
    "CIS Azure 4.0: 10.3.1.3",
    "CIS Azure 5.0: 9.3.1.3",
    "CKV2_AZURE_40")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.allowSharedKeyAccess") ?? true) == false, "Account keys are refused.", "Account keys are taken.");
    }
}

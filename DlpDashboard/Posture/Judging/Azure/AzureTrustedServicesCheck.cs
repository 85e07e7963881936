namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Azure's own services get through the network rules.</summary>
internal sealed class AzureTrustedServicesCheck() : PostureCheck(
    "azure-trusted-services",
    CheckSeverity.Medium,
    "Azure's own services get through the network rules",
    new CheckGuidance(
        "Backup, logging and scanning by Azure stop where its services are refused.",
        "Azure portal, the storage account, Networking, Allow trusted Microsoft services",
        "az storage account update --name ACCOUNT --bypass AzureServices"),
    "CIS Azure 2.1: 3.9",
    "CIS Azure 3.0: 4.8",
    "CIS Azure 4.0: 10.3.5",
    "CIS Azure 5.0: 9.3.5",
    "CKV_AZURE_36")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of(
            (account.Text("properties.networkAcls.bypass") ?? "AzureServices").Contains("AzureServices", StringComparison.OrdinalIgnoreCase), "Trusted services get through.", "Trusted services are refused.");
    }
}

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Defender watches the account.</summary>
internal sealed class AzureDefenderCheck() : PostureCheck(
    "azure-defender",
    CheckSeverity.High,
    "Defender watches the account",
    new CheckGuidance(
        "It tells of downloads by strangers, of malware, and of keys used from new places.",
        "Azure portal, the storage account, Microsoft Defender for Cloud, Enable",
        "az security pricing create --name StorageAccounts --tier Standard"),
    "CIS Azure 2.1: 2.1.7",
    "CIS Azure 3.0: 3.1.5.1",
    "CIS Azure 4.0: 9.1.5.1",
    "CIS Azure 5.0: 8.1.5.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("defender") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("properties.isEnabled") == true, "Defender is on.", "Defender is off.");
    }
}

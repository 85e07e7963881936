namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Defender looks for sensitive data.</summary>
internal sealed class AzureDataDiscoveryCheck() : PostureCheck(
    "azure-data-discovery",
    CheckSeverity.Medium,
    "Defender looks for sensitive data",
    new CheckGuidance(
        "Alerts then say whether private data was touched.",
        "Azure portal, the storage account, Microsoft Defender for Cloud, Settings, Sensitive data threat detection",
        "az security defender-for-storage update --resource-id ACCOUNT-ID --is-enabled-sensitive-data-discovery true"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("defender") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("properties.sensitiveDataDiscovery.isEnabled") == true, "Discovery of sensitive data is on.", "Discovery of sensitive data is off.");
    }
}

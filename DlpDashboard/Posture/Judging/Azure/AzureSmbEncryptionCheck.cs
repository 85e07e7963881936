namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>File shares encrypt with AES-256-GCM only.</summary>
internal sealed class AzureSmbEncryptionCheck() : PostureCheck(
    "azure-smb-encryption",
    CheckSeverity.Medium,
    "File shares encrypt with AES-256-GCM only",
    new CheckGuidance(
        "Weaker ciphers are taken where a client asks for them.",
        "Azure portal, the storage account, File shares, Security, Maximum security",
        "az storage account file-service-properties update --account-name ACCOUNT --channel-encryption AES-256-GCM"),
    "CIS Azure 4.0: 10.1.3",
    "CIS Azure 5.0: 9.1.3")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("fileService") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Text("properties.protocolSettings.smb.channelEncryption")?.Trim(';') == "AES-256-GCM", "Only AES-256-GCM is taken.", "Weaker ciphers are taken too.");
    }
}

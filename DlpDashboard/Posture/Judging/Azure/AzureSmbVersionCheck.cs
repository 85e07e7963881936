namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>File shares speak SMB 3.1.1 only.</summary>
internal sealed class AzureSmbVersionCheck() : PostureCheck(
    "azure-smb-version",
    CheckSeverity.Medium,
    "File shares speak SMB 3.1.1 only",
    new CheckGuidance(
        "Older versions of SMB have known breaks.",
        "Azure portal, the storage account, File shares, Security, Maximum security",
        "az storage account file-service-properties update --account-name ACCOUNT --versions SMB3.1.1"),
    "CIS Azure 4.0: 10.1.2",
    "CIS Azure 5.0: 9.1.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("fileService") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Text("properties.protocolSettings.smb.versions")?.Trim(';') == "SMB3.1.1", "Only SMB 3.1.1 is spoken.", "Older versions of SMB are spoken too.");
    }
}

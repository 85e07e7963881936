namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Deleted file shares can be had back.</summary>
internal sealed class AzureShareSoftDeleteCheck() : PostureCheck(
    "azure-share-soft-delete",
    CheckSeverity.Medium,
    "Deleted file shares can be had back",
    new CheckGuidance(
        "A share holds the files of whole teams.",
        "Azure portal, the storage account, File shares, Soft delete, Enabled",
        "az storage account file-service-properties update --account-name ACCOUNT --enable-delete-retention true --delete-retention-days 14"),
    "CIS Azure 4.0: 10.1.1",
    "CIS Azure 5.0: 9.1.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("fileService") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("properties.shareDeleteRetentionPolicy.enabled") == true, "Deleted shares are kept for a time.", "Deleted shares are gone at once.");
    }
}

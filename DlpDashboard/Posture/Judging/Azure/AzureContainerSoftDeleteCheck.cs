namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Deleted containers can be had back.</summary>
internal sealed class AzureContainerSoftDeleteCheck() : PostureCheck(
    "azure-container-soft-delete",
    CheckSeverity.Medium,
    "Deleted containers can be had back",
    new CheckGuidance(
        "One wrong command deletes a container with all that is in it.",
        "Azure portal, the storage account, Data protection, Enable soft delete for containers",
        "az storage account blob-service-properties update --account-name ACCOUNT --enable-container-delete-retention true --container-delete-retention-days 14"),
    "CIS Azure 2.1: 3.11",
    "CIS Azure 3.0: 4.10",
    "CIS Azure 4.0: 10.3.6",
    "CIS Azure 5.0: 9.2.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("blobService") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("properties.containerDeleteRetentionPolicy.enabled") == true, "Deleted containers are kept for a time.", "Deleted containers are gone at once.");
    }
}

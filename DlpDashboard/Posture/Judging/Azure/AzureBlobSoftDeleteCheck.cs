namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Deleted blobs can be had back.</summary>
internal sealed class AzureBlobSoftDeleteCheck() : PostureCheck(
    "azure-blob-soft-delete",
    CheckSeverity.Medium,
    "Deleted blobs can be had back",
    new CheckGuidance(
        "What is deleted by mistake or by malice can be restored for some days.",
        "Azure portal, the storage account, Data protection, Enable soft delete for blobs",
        "az storage blob service-properties delete-policy update --account-name ACCOUNT --enable true --days-retained 14"),
    "CIS Azure 4.0: 10.2.1",
    "CIS Azure 5.0: 9.2.1",
    "CKV2_AZURE_38")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var isOn = bucket.Known("blobService") is { } managed ? managed.Flag("properties.deleteRetentionPolicy.enabled") : bucket.Read("serviceProperties")?.Flag("DeleteRetentionPolicy.Enabled");
        return CheckFinding.Of(isOn, "Deleted blobs are kept for a time.", "Deleted blobs are gone at once.", "The service does not tell it.");
    }
}

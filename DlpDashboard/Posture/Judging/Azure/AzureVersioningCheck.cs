namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Versions of blobs are kept.</summary>
internal sealed class AzureVersioningCheck() : PostureCheck(
    "azure-versioning",
    CheckSeverity.Medium,
    "Versions of blobs are kept",
    new CheckGuidance(
        "What is overwritten can be had back only from an older version.",
        "Azure portal, the storage account, Data protection, Enable versioning for blobs",
        "az storage account blob-service-properties update --account-name ACCOUNT --enable-versioning true"),
    "CIS Azure 4.0: 10.2.2",
    "CIS Azure 5.0: 9.2.3")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("blobService") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("properties.isVersioningEnabled") == true, "Versions are kept.", "Versions are not kept.");
    }
}

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Blobs are kept from change for a time.</summary>
internal sealed class AzureImmutabilityCheck() : PostureCheck(
    "azure-immutability",
    CheckSeverity.Low,
    "Blobs are kept from change for a time",
    new CheckGuidance(
        "A policy of immutability keeps records and backups even from an administrator.",
        "Azure portal, the storage account, Containers, the container, Access policy, Add immutable blob storage policy",
        "az storage container immutability-policy create --account-name ACCOUNT --container-name CONTAINER --period 30"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var container = bucket.Read("container") ?? throw new UnreadDocumentException("The container's properties could not be read.");
        return CheckFinding.Of(
            container.Text("has-immutability-policy") is null && container.Text("has-legal-hold") is null ? null : container.Flag("has-immutability-policy") == true || container.Flag("has-legal-hold") == true,
            "A policy or a legal hold keeps blobs.",
            "Neither a policy nor a legal hold keeps blobs.",
            "The service does not tell it.");
    }
}

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Stored access policies end.</summary>
internal sealed class AzureStoredPolicyCheck() : PostureCheck(
    "azure-stored-policy",
    CheckSeverity.Low,
    "Stored access policies end",
    new CheckGuidance(
        "A policy without an end keeps every signed address made from it alive.",
        "Azure portal, the storage account, Containers, the container, Access policy: give each an expiry",
        "az storage container policy update --account-name ACCOUNT --container-name CONTAINER --name POLICY --expiry DATE"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var acl = bucket.Read("containerAcl") ?? throw new UnreadDocumentException("The container's policies could not be read.");
        var endless = acl.Items("SignedIdentifier").Count(one => one.Text("AccessPolicy.Expiry") is null or "");
        return CheckFinding.Of(endless == 0, "No stored policy lives without an end.", $"{endless} stored policies have no end.");
    }
}

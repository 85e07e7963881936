namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>There are no local users.</summary>
internal sealed class AzureLocalUsersCheck() : PostureCheck(
    "azure-local-users",
    CheckSeverity.Medium,
    "There are no local users",
    new CheckGuidance(
        "Local users sign in by password outside of your directory.",
        "Azure portal, the storage account, SFTP, Local users: remove",
        "az storage account update --name ACCOUNT --enable-local-user false"),
    "CKV_AZURE_244")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.isLocalUserEnabled") ?? true) == false, "Local users are off.", "Local users are on.");
    }
}

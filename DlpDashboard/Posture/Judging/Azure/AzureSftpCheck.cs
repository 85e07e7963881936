namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>SFTP is off.</summary>
internal sealed class AzureSftpCheck() : PostureCheck(
    "azure-sftp",
    CheckSeverity.Medium,
    "SFTP is off",
    new CheckGuidance(
        "One more door with passwords and keys of its own.",
        "Azure portal, the storage account, SFTP, Disable",
        "az storage account update --name ACCOUNT --enable-sftp false"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.isSftpEnabled") ?? false) == false, "SFTP is off.", "SFTP is on.");
    }
}

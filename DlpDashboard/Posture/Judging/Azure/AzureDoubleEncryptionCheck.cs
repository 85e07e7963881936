namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Disks are encrypted a second time.</summary>
internal sealed class AzureDoubleEncryptionCheck() : PostureCheck(
    "azure-double-encryption",
    CheckSeverity.Low,
    "Disks are encrypted a second time",
    new CheckGuidance(
        "A second layer with another key holds where the first has a fault.",
        "Only when an account is made: Encryption, Enable infrastructure encryption",
        "az storage account create --name ACCOUNT --resource-group GROUP --require-infrastructure-encryption"),
    "CIS Azure 2.1: 3.2",
    "CIS Azure 3.0: 4.3")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.encryption.requireInfrastructureEncryption") ?? false) == true, "A second layer of encryption is on.", "There is no second layer of encryption.");
    }
}

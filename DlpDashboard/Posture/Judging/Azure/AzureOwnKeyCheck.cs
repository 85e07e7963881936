namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Data is encrypted with a key of your own.</summary>
internal sealed class AzureOwnKeyCheck() : PostureCheck(
    "azure-own-key",
    CheckSeverity.High,
    "Data is encrypted with a key of your own",
    new CheckGuidance(
        "A key in your vault can be taken away and its use is logged.",
        "Azure portal, the storage account, Encryption, Customer-managed keys",
        "az storage account update --name ACCOUNT --encryption-key-source Microsoft.Keyvault --encryption-key-vault VAULT --encryption-key-name KEY"),
    "CIS Azure 2.1: 3.12",
    "CIS Azure 3.0: 4.11",
    "CIS Azure 4.0: 2.1.1.2.1",
    "CIS Azure 5.0: 2.1.8",
    "CKV2_AZURE_1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of(account.Is("properties.encryption.keySource", "Microsoft.Keyvault"), "A key of your vault is used.", "Keys of the provider are used.");
    }
}

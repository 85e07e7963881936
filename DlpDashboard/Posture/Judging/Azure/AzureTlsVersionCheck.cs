namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>TLS older than 1.2 is refused.</summary>
internal sealed class AzureTlsVersionCheck() : PostureCheck(
    "azure-tls-version",
    CheckSeverity.Medium,
    "TLS older than 1.2 is refused",
    new CheckGuidance(
        "Old versions of TLS have known breaks.",
        "Azure portal, the storage account, Configuration, Minimum TLS version, 1.2",
        "az storage account update --name ACCOUNT --min-tls-version TLS1_2"),
    "CIS Azure 2.1: 3.15",
    "CIS Azure 3.0: 4.15",
    "CIS Azure 4.0: 10.3.7",
    "CIS Azure 5.0: 9.3.6",
    "CKV_AZURE_44")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        var version = account.Text("properties.minimumTlsVersion") ?? "TLS1_0";
        return CheckFinding.Of(version is "TLS1_2" or "TLS1_3", $"The least version is {version}.", $"The least version is {version}.");
    }
}

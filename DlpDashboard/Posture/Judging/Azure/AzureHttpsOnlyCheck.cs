namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Only https is taken.</summary>
internal sealed class AzureHttpsOnlyCheck() : PostureCheck(
    "azure-https-only",
    CheckSeverity.High,
    "Only https is taken",
    new CheckGuidance(
        "Requests in the clear show keys, signatures and data to every network between.",
        "Azure portal, the storage account, Configuration, Secure transfer required, Enabled",
        "az storage account update --name ACCOUNT --https-only true"),
    "CIS Azure 2.1: 3.1",
    "CIS Azure 3.0: 4.1",
    "CIS Azure 4.0: 10.3.4",
    "CIS Azure 5.0: 9.3.4")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.supportsHttpsTrafficOnly") ?? true) == true, "Only https is taken.", "Requests over plain http are taken.");
    }
}

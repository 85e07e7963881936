namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Networks that no rule names are refused.</summary>
internal sealed class AzureDefaultDenyCheck() : PostureCheck(
    "azure-default-deny",
    CheckSeverity.High,
    "Networks that no rule names are refused",
    new CheckGuidance(
        "With the default open, rules for networks decide nothing.",
        "Azure portal, the storage account, Networking, Enabled from selected virtual networks and IP addresses",
        "az storage account update --name ACCOUNT --default-action Deny"),
    "CIS Azure 2.1: 3.8",
    "CIS Azure 3.0: 4.7",
    "CIS Azure 4.0: 10.3.2.3",
    "CIS Azure 5.0: 9.3.2.3",
    "CKV_AZURE_35")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return account.Text("properties.publicNetworkAccess") is { } access && !access.Equals("Enabled", StringComparison.OrdinalIgnoreCase)
            ? CheckFinding.Pass("The public network is off.")
            : CheckFinding.Of(account.Is("properties.networkAcls.defaultAction", "Deny"), "Networks that no rule names are refused.", "Every network is let in by default.");
    }
}

using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>No network rule lets half the internet in.</summary>
internal sealed class AzureBroadRuleCheck() : PostureCheck(
    "azure-broad-rule",
    CheckSeverity.High,
    "No network rule lets half the internet in",
    new CheckGuidance(
        "A rule such as 0.0.0.0/1 is as good as no rule.",
        "Azure portal, the storage account, Networking, Firewall: narrow the address range",
        "az storage account network-rule remove --account-name ACCOUNT --ip-address RANGE"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        var broad = account.Items("properties.networkAcls.ipRules").Select(rule => rule.Text("value") ?? rule.Text("iPAddressOrRange") ?? "")
            .FirstOrDefault(value => AddressRange.TryParse(value, out var range) && range.IsBroad);
        return CheckFinding.Of(broad is null, "No rule is so broad.", $"The rule {broad} lets strangers in.");
    }
}

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>The account is not on the public internet.</summary>
internal sealed class AzurePublicNetworkCheck() : PostureCheck(
    "azure-public-network",
    CheckSeverity.High,
    "The account is not on the public internet",
    new CheckGuidance(
        "Behind private endpoints a stolen key is of use only inside your networks.",
        "Azure portal, the storage account, Networking, Public network access, Disabled",
        "az storage account update --name ACCOUNT --public-network-access Disabled"),
    "CIS Azure 2.1: 3.7",
    "CIS Azure 3.0: 4.6",
    "CIS Azure 4.0: 10.3.2.2",
    "CIS Azure 5.0: 9.3.2.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        var access = account.Text("properties.publicNetworkAccess") ?? "Enabled";
        return CheckFinding.Of(!access.Equals("Enabled", StringComparison.OrdinalIgnoreCase), $"Public network access is {access}.", "Public network access is on.");
    }
}

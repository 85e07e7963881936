namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>A private endpoint leads to the account.</summary>
internal sealed class AzurePrivateEndpointCheck() : PostureCheck(
    "azure-private-endpoint",
    CheckSeverity.Medium,
    "A private endpoint leads to the account",
    new CheckGuidance(
        "Through a private endpoint traffic stays inside your networks.",
        "Azure portal, the storage account, Networking, Private endpoint connections, Add",
        "az network private-endpoint create --name NAME --private-connection-resource-id ACCOUNT-ID --group-id blob --connection-name NAME --resource-group GROUP --subnet SUBNET"),
    "CIS Azure 2.1: 3.10",
    "CIS Azure 3.0: 4.9",
    "CIS Azure 4.0: 10.3.2.1",
    "CIS Azure 5.0: 9.3.2.1",
    "CKV2_AZURE_33")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        var approved = account.Items("properties.privateEndpointConnections").Count(one => one.Is("properties.privateLinkServiceConnectionState.status", "Approved"));
        return CheckFinding.Of(approved > 0, $"{approved} private endpoints are approved.", "No private endpoint is approved.");
    }
}

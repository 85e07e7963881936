namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Blobs are not replicated to other tenants.</summary>
internal sealed class AzureCrossTenantCheck() : PostureCheck(
    "azure-cross-tenant",
    CheckSeverity.High,
    "Blobs are not replicated to other tenants",
    new CheckGuidance(
        "A rule of replication can copy every blob to an account of somebody else.",
        "Azure portal, the storage account, Object replication, Advanced settings, Allow cross-tenant replication off",
        "az storage account update --name ACCOUNT --allow-cross-tenant-replication false"),
    "CIS Azure 4.0: 10.3.8",
    "CIS Azure 5.0: 9.3.7")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of(account.Flag("properties.allowCrossTenantReplication") is { } told ? told == false : null, "Replication to other tenants is off.", "Replication to other tenants is allowed.", "allowCrossTenantReplication is not told.");
    }
}

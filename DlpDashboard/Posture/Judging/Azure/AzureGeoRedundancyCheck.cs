namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>A second region holds a copy.</summary>
internal sealed class AzureGeoRedundancyCheck() : PostureCheck(
    "azure-geo-redundancy",
    CheckSeverity.Medium,
    "A second region holds a copy",
    new CheckGuidance(
        "One region can be lost for days.",
        "Azure portal, the storage account, Redundancy: geo-redundant storage",
        "az storage account update --name ACCOUNT --sku Standard_GRS"),
    "CIS Azure 4.0: 10.3.12",
    "CIS Azure 5.0: 9.3.11")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var sku = bucket.Known("account")?.Text("sku.name") ?? bucket.Read("accountInfo")?.Text("sku-name");
        return CheckFinding.Of(sku is null ? null : sku.Contains("GRS", StringComparison.OrdinalIgnoreCase) || sku.Contains("GZRS", StringComparison.OrdinalIgnoreCase), $"The account is {sku}.", $"The account is {sku}, kept in one region.", "The service does not tell it.");
    }
}

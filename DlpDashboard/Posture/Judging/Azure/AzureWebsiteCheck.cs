namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>The account is no website.</summary>
internal sealed class AzureWebsiteCheck() : PostureCheck(
    "azure-website",
    CheckSeverity.Medium,
    "The account is no website",
    new CheckGuidance(
        "A static website is open to everybody whatever the access levels of containers say.",
        "Azure portal, the storage account, Static website, Disabled",
        "az storage blob service-properties update --account-name ACCOUNT --static-website false"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("serviceProperties") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(service.Flag("StaticWebsite.Enabled") != true, "The static website is off.", "The static website is on.");
    }
}

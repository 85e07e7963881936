namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Not every web page may read by a visitor's browser.</summary>
internal sealed class AzureCorsCheck() : PostureCheck(
    "azure-cors",
    CheckSeverity.Medium,
    "Not every web page may read by a visitor's browser",
    new CheckGuidance(
        "With every origin allowed, any page a visitor opens can use links and sign-ins of that browser.",
        "Azure portal, the storage account, Resource sharing (CORS), Blob service: name your own origins",
        "az storage cors clear --services b --account-name ACCOUNT"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var service = bucket.Read("serviceProperties") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return CheckFinding.Of(
            !service.Items("Cors.CorsRule").Any(rule => rule.Text("AllowedOrigins")?.Split(',').Contains("*", StringComparer.Ordinal) == true || rule.Texts("AllowedOrigins").Contains("*")), "No rule takes every origin.", "A rule takes every origin.");
    }
}

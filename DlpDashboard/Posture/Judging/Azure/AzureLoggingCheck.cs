namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Reading, writing and deleting are logged.</summary>
internal sealed class AzureLoggingCheck() : PostureCheck(
    "azure-logging",
    CheckSeverity.Medium,
    "Reading, writing and deleting are logged",
    new CheckGuidance(
        "Without a log nobody can say afterwards who read what.",
        "Azure portal, the storage account, Diagnostic settings, blob, Add: StorageRead, StorageWrite, StorageDelete",
        "az monitor diagnostic-settings create --name NAME --resource ACCOUNT-ID/blobServices/default --logs \"[{categoryGroup:audit,enabled:true}]\" --workspace WORKSPACE"),
    "CIS Azure 3.0: 5.1",
    "CKV_AZURE_33")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        if (bucket.Known("blobDiagnostics") is { } settings)
        {
            var logs = settings.Items("value").SelectMany(one => one.Items("properties.logs")).Where(log => log.Flag("enabled") == true).Select(log => log.Text("category") ?? log.Text("categoryGroup") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
            return CheckFinding.Of(
                logs.Contains("allLogs") || logs.Contains("audit") || logs.IsSupersetOf(["StorageRead", "StorageWrite", "StorageDelete"]), "Reading, writing and deleting are logged.", "Not all of reading, writing and deleting is logged.");
        }

        var logging = bucket.Read("serviceProperties") ?? throw new UnreadDocumentException("The service's properties could not be read.");
        return logging.Flag("Logging.Read") == true && logging.Flag("Logging.Write") == true && logging.Flag("Logging.Delete") == true
            ? CheckFinding.Pass("Reading, writing and deleting are logged by the service itself.")
            : CheckFinding.Unknown("The service itself does not log all; whether a diagnostic setting does is told by the resource manager only.");
    }
}

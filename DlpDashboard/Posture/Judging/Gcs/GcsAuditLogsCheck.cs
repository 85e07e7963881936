namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Reading data is written to the audit log.</summary>
internal sealed class GcsAuditLogsCheck() : PostureCheck(
    "gcs-audit-logs",
    CheckSeverity.Medium,
    "Reading data is written to the audit log",
    new CheckGuidance(
        "Administration is logged by itself, reading data only where the project asks for it.",
        "IAM & Admin, Audit Logs, Google Cloud Storage: Data Read, Data Write",
        "gcloud projects set-iam-policy PROJECT policy.json"),
    "CIS GCP 2.0: 2.1",
    "CIS GCP 4.0: 2.1",
    "CIS GCP 5.0: 2.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var project = bucket.Read("projectIamPolicy") ?? throw new UnreadDocumentException("The project's policy could not be read.");
        var kinds = project.Items("auditConfigs").Where(one => one.Text("service") is "allServices" or "storage.googleapis.com").SelectMany(one => one.Items("auditLogConfigs")).Select(one => one.Text("logType")).ToList();
        return CheckFinding.Of(kinds.Contains("DATA_READ") && kinds.Contains("DATA_WRITE"), "Reading and writing data is logged.", "Reading or writing data is not logged.");
    }
}

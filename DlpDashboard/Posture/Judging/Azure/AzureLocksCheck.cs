namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>A lock keeps the account from being deleted.</summary>
internal sealed class AzureLocksCheck() : PostureCheck(
    "azure-locks",
    CheckSeverity.Low,
    "A lock keeps the account from being deleted",
    new CheckGuidance(
        "An account that is deleted takes everything with it.",
        "Azure portal, the storage account, Locks, Add, Delete",
        "az lock create --name NAME --lock-type CanNotDelete --resource ACCOUNT-ID"),
    "CIS Azure 4.0: 10.3.10")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var locks = bucket.Read("locks")?.Items("value").Count ?? 0;
        return CheckFinding.Of(locks > 0, "A lock is set.", "No lock is set.");
    }
}

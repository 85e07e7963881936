namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Nobody without a sign-in reaches the container.</summary>
internal sealed class AzurePublicCheck() : PostureCheck(
    "azure-public",
    CheckSeverity.Critical,
    "Nobody without a sign-in reaches the container",
    new CheckGuidance(
        "Whoever knows or guesses the address of a public container reads what lies in it.",
        "Azure portal, the storage account, Containers, the container, Change access level, Private",
        "az storage container set-permission --account-name ACCOUNT --name CONTAINER --public-access off"),
    "CIS Azure 2.0: 3.7")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => bucket.Exposure.Finding("The container is private.");
}

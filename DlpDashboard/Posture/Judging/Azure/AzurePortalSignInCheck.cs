namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>The portal signs in by the person and not by the key.</summary>
internal sealed class AzurePortalSignInCheck() : PostureCheck(
    "azure-portal-sign-in",
    CheckSeverity.Medium,
    "The portal signs in by the person and not by the key",
    new CheckGuidance(
        "By the key nobody can see who looked at what.",
        "Azure portal, the storage account, Configuration, Default to Microsoft Entra authorization",
        "az storage account update --name ACCOUNT --set defaultToOAuthAuthentication=true"),
    "CIS Azure 4.0: 10.3.3.1",
    "CIS Azure 5.0: 9.3.3.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        return CheckFinding.Of((account.Flag("properties.defaultToOAuthAuthentication") ?? false) == true, "The portal signs in by the person.", "The portal signs in by the key.");
    }
}

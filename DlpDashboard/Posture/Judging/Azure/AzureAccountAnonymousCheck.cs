namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>The account allows no public containers.</summary>
internal sealed class AzureAccountAnonymousCheck() : PostureCheck(
    "azure-account-anonymous",
    CheckSeverity.High,
    "The account allows no public containers",
    new CheckGuidance(
        "One switch of the account keeps every container closed, whatever its own level says.",
        "Azure portal, the storage account, Configuration, Allow Blob anonymous access, Disabled",
        "az storage account update --name ACCOUNT --allow-blob-public-access false"),
    "CIS Azure 4.0: 10.3.9",
    "CIS Azure 5.0: 9.3.8",
    "CKV_AZURE_59",
    "CKV_AZURE_190",
    "CKV2_AZURE_47")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        if (bucket.Known("account") is null && bucket.Known("unsignedList")?.Text("code") == "PublicAccessNotPermitted")
        {
            return CheckFinding.Pass("The account refuses requests without a sign-in: it allows no public containers.");
        }

        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");
        return CheckFinding.Of(
            account.Flag("properties.allowBlobPublicAccess") is { } allows ? !allows : null,
            "The account allows no public containers.",
            "The account allows public containers.",
            "allowBlobPublicAccess is not set: accounts made before 2023 allow public containers then, later ones do not.");
    }
}

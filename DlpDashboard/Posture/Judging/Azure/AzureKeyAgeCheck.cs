using System.Globalization;

namespace DlpDashboard.Posture.Judging.Azure;

/// <summary>Account keys are younger than 90 days.</summary>
internal sealed class AzureKeyAgeCheck() : PostureCheck(
    "azure-key-age",
    CheckSeverity.Medium,
    "Account keys are younger than 90 days",
    new CheckGuidance(
        "The longer a key lives the more copies of it lie about.",
        "Azure portal, the storage account, Access keys, Rotate key",
        "az storage account keys renew --account-name ACCOUNT --key primary"),
    "CIS Azure 2.1: 3.4",
    "CIS Azure 3.0: 4.4",
    "CIS Azure 4.0: 10.3.1.2",
    "CIS Azure 5.0: 9.3.1.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = bucket.Read("account") ?? throw new UnreadDocumentException("The account's properties could not be read.");

        var ages = new[] { account.Text("properties.keyCreationTime.key1"), account.Text("properties.keyCreationTime.key2") }
            .Select(text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? (bucket.Now - at).TotalDays : (double?)null).ToList();
        return account.Flag("properties.allowSharedKeyAccess") == false ? CheckFinding.Pass("Account keys are not taken.")
            : ages.Exists(age => age is null) ? CheckFinding.Unknown("When the keys were made is not told.")
            : CheckFinding.Of(ages.TrueForAll(age => age <= 90), "Both keys are younger than 90 days.", string.Create(CultureInfo.InvariantCulture, $"A key is {ages.Max():0} days old."));
    }
}

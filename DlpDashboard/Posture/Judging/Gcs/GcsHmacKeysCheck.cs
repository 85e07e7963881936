using System.Globalization;

namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>HMAC keys are none or younger than 90 days.</summary>
internal sealed class GcsHmacKeysCheck() : PostureCheck(
    "gcs-hmac-keys",
    CheckSeverity.Medium,
    "HMAC keys are none or younger than 90 days",
    new CheckGuidance(
        "Such a key acts as its service account for whoever holds it, without end.",
        "Cloud Storage, Settings, Interoperability",
        "gcloud storage hmac update KEY --deactivate"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var keys = bucket.Read("hmacKeys")?.Items("items").Where(key => key.Is("state", "ACTIVE")).ToList() ?? [];
        var ages = keys.ConvertAll(key => DateTimeOffset.TryParse(key.Text("timeCreated"), CultureInfo.InvariantCulture, out var at) ? (bucket.Now - at).TotalDays : double.MaxValue);
        return ages.Count == 0 ? CheckFinding.Pass("No key is active.")
            : CheckFinding.Of(ages.TrueForAll(age => age <= 90), "All active keys are younger than 90 days.", $"{ages.Count(age => age > 90)} active keys are older than 90 days.");
    }
}

using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Keeping;

/// <summary>A bucket that was read and judged, on its way to the database.</summary>
/// <param name="Listed">As the provider listed it.</param>
/// <param name="Documents">Its own documents.</param>
/// <param name="Configuration">These and its account's.</param>
/// <param name="Outcomes">What each check says.</param>
internal sealed record JudgedBucket(StoredBucket Listed, IReadOnlyList<ConfigurationDocument> Documents, BucketConfiguration Configuration, IReadOnlyList<CheckOutcome> Outcomes)
{
    /// <summary>Where it lies: what the listing or a document tells.</summary>
    public string? Region => Listed.Region
        ?? (Configuration.Known("location") is { } location ? location.Text("value") ?? "us-east-1" : null)
        ?? Configuration.Known("bucket")?.Text("location")
        ?? Configuration.Known("account")?.Text("location");
}

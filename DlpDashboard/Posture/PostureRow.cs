using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture;

/// <summary>A bucket as lists show it.</summary>
/// <param name="BucketId">Its id.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Region">Where it lies, if told.</param>
/// <param name="CreatedUtc">When it was made, if told.</param>
/// <param name="Standing">Secure, insecure or unknown.</param>
/// <param name="IsPublic">Whether the provider calls it public; null where that is not known.</param>
/// <param name="AnonymousAccess">What a request without a sign-in can do: of list, read, write.</param>
/// <param name="CrossAccounts">How many other accounts are let in.</param>
/// <param name="Score">0 to 100; null where nothing passed or failed.</param>
/// <param name="ChecksPassed">Passed.</param>
/// <param name="ChecksFailed">Failed and not accepted.</param>
/// <param name="ChecksFailedCritical">Of these, critical.</param>
/// <param name="ChecksFailedHigh">Of these, high.</param>
/// <param name="ChecksFailedMedium">Of these, medium.</param>
/// <param name="ChecksFailedLow">Of these, low.</param>
/// <param name="ChecksUnknown">Not decided.</param>
/// <param name="ChecksSuppressed">Failed and accepted.</param>
/// <param name="FirstSeenUtc">Seen first.</param>
/// <param name="ReadUtc">Read last.</param>
/// <param name="ChangedUtc">Changed last; null while it never did.</param>
public sealed record PostureRow(
    Guid BucketId,
    Guid EndpointId,
    string Provider,
    string Bucket,
    string? Region,
    DateTime? CreatedUtc,
    BucketStanding Standing,
    bool? IsPublic,
    IReadOnlyList<string> AnonymousAccess,
    int CrossAccounts,
    int? Score,
    int ChecksPassed,
    int ChecksFailed,
    int ChecksFailedCritical,
    int ChecksFailedHigh,
    int ChecksFailedMedium,
    int ChecksFailedLow,
    int ChecksUnknown,
    int ChecksSuppressed,
    DateTime FirstSeenUtc,
    DateTime ReadUtc,
    DateTime? ChangedUtc)
{
    /// <summary>A row of a kept bucket.</summary>
    internal static PostureRow Of(Keeping.PostureBucket b) => new(
        b.Id, b.EndpointId, b.Provider, b.Name, b.Region, b.CreatedUtc, b.Standing, b.IsPublic, b.AnonymousAccess.Split(' ', StringSplitOptions.RemoveEmptyEntries), b.CrossAccounts,
        b.Score == Keeping.PostureBucket.NoScore ? null : b.Score, b.Passed, b.Failed, b.FailedCritical, b.FailedHigh, b.FailedMedium, b.FailedLow, b.Unknown, b.Suppressed, b.FirstSeenUtc, b.ReadUtc, b.ChangedUtc);
}

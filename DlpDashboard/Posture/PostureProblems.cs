using DlpDashboard.Kernel;

namespace DlpDashboard.Posture;

/// <summary>What may be expected to fail around posture.</summary>
public static class PostureProblems
{
    /// <summary>Longest time a failed check may be accepted for.</summary>
    public static readonly TimeSpan LongestSuppression = TimeSpan.FromDays(366);

    /// <summary>No endpoint.</summary>
    public static readonly Problem EndpointNotFound = Problem.NotFound("posture.endpoint-not-found", "There is no such storage endpoint. It may have been deleted; look at the list.");

    /// <summary>No bucket.</summary>
    public static readonly Problem BucketNotFound = Problem.NotFound("posture.bucket-not-found", "There is no such bucket here. Refresh the endpoint and look at the list.");

    /// <summary>No suppression.</summary>
    public static readonly Problem SuppressionNotFound = Problem.NotFound("posture.suppression-not-found", "There is no such suppression. It may have been ended already.");

    /// <summary>Disabled endpoints are not read.</summary>
    public static readonly Problem EndpointDisabled = Problem.Conflict("posture.endpoint-disabled", "This storage endpoint is disabled. Enable it on its page, then refresh again.");

    /// <summary>It runs.</summary>
    public static readonly Problem RefreshRuns = Problem.Conflict("posture.refresh-runs", "The endpoint's configuration is being read already. Wait until that is done.");

    /// <summary>No such check for these buckets.</summary>
    public static readonly Problem CheckUnknown = Problem.Invalid("posture.check-unknown", "There is no such check for buckets of this provider. Take an id from the list of checks.", "checkId");

    /// <summary>A reason is needed.</summary>
    public static readonly Problem ReasonMissing = Problem.Invalid("posture.reason-missing", "Say in 5 to 500 characters why the failed check is accepted.", "reason");

    /// <summary>An end is needed.</summary>
    public static readonly Problem ExpiryWrong = Problem.Invalid("posture.expiry-wrong", "Give an end that lies in the future and at most a year ahead.", "expiresUtc");

    /// <summary>The owner is nobody of the organisation.</summary>
    public static readonly Problem OwnerUnknown = Problem.Invalid("posture.owner-unknown", "Nobody of your organisation has this id. Leave the owner out to answer for it yourself, or take an account of your organisation.", "ownerId");

    /// <summary>An hour of the day is needed.</summary>
    public static readonly Problem HourWrong = Problem.Invalid("posture.hour-wrong", "Give an hour of the day from 0 to 23, in UTC, or none to turn the daily reading off.", "hourUtc");
}

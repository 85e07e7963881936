using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging;

/// <summary>
/// Hands a Google bucket to the evaluator. Where prevention is inherited and the organisation's policy cannot be read, a stranger's own try decides:
/// a listing that is granted to everybody and yet refused is prevented from above.
/// </summary>
internal static class GcsExposure
{
    public static BucketExposure Of(BucketConfiguration bucket)
    {
        if (bucket.Known("bucket") is not { } resource)
        {
            return new BucketExposure(new AccessVerdict(false, [], [], [], []), [BucketExposure.Unread(bucket, "bucket")]);
        }

        var input = JsonNode.Parse(resource.GetRawText())!.AsObject();
        if (bucket.Known("iamPolicy") is { } policy)
        {
            input["iamPolicy"] = JsonNode.Parse(policy.GetRawText());
        }

        if (bucket.Known("organisationPolicy") is { } organisation)
        {
            input["organisationPolicy"] = JsonNode.Parse(organisation.GetRawText());
        }

        var verdict = GoogleAccess.Judge(BucketExposure.Element(input));
        var undecided = new List<string>();
        if (bucket.IsUnknown("iamPolicy"))
        {
            undecided.Add(BucketExposure.Unread(bucket, "iamPolicy"));
        }

        return verdict.IsPublic && bucket.IsUnknown("organisationPolicy") ? Tried(bucket, verdict, undecided) : new BucketExposure(verdict, undecided);
    }

    private static BucketExposure Tried(BucketConfiguration bucket, AccessVerdict verdict, List<string> undecided)
    {
        var status = bucket.Known("unsignedList")?.Text("status");
        if (status == "200")
        {
            return new BucketExposure(verdict, []);
        }

        if (status is "401" or "403" && verdict.AnonymousAccess.Contains("list") && verdict.Unknown.Count == 0)
        {
            var reason = new AccessReason("publicAccessPrevention", "A request without a sign-in was tried and refused although a grant names everybody: the organisation prevents public access.");
            return new BucketExposure(new AccessVerdict(false, [], verdict.CrossAccount, [.. verdict.Reasons, reason], verdict.Unknown), undecided);
        }

        return new BucketExposure(verdict, [.. undecided, BucketExposure.Unread(bucket, "organisationPolicy")]);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging;

/// <summary>
/// Hands a container and its account to the evaluator. Without the resource manager the account's switch follows from what a stranger is told:
/// accounts that allow no public containers refuse with a code of their own.
/// </summary>
internal static class AzureExposure
{
    public static BucketExposure Of(BucketConfiguration bucket)
    {
        var container = bucket.Known("container");
        if (container is null)
        {
            return new BucketExposure(new AccessVerdict(false, [], [], [], []), [BucketExposure.Unread(bucket, "container")]);
        }

        var level = container.Value.Text("blob-public-access");
        var account = bucket.Known("account");
        var input = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = bucket.Name, ["publicAccess"] = level }) };
        var allows = account is null ? AllowsByStranger(bucket) : null;
        if (account is { } told)
        {
            input["account"] = JsonNode.Parse(told.GetRawText());
        }
        else if (allows is { } flag)
        {
            input["account"] = new JsonObject { ["allowBlobPublicAccess"] = flag };
        }

        var verdict = AzureAccess.Judge(BucketExposure.Element(input));
        string[] undecided = account is null && allows is null && verdict.IsPublic ? [BucketExposure.Unread(bucket, "account")] : [];
        return new BucketExposure(verdict, undecided);
    }

    private static bool? AllowsByStranger(BucketConfiguration bucket)
    {
        if (bucket.Known("unsignedList") is not { } answer)
        {
            return null;
        }

        return (answer.Text("status"), answer.Text("code")) switch
        {
            (_, "PublicAccessNotPermitted") => false,
            ("200", _) => true,

            // What a stranger may read but not list is not found; on a network that is shut the service says something else.
            (_, "ResourceNotFound" or "NoAuthenticationInformation" or "AuthenticationFailed") => true,
            _ => null,
        };
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>
/// The smallest IAM documents with which a bucket can be scanned, to copy into the AWS console.
/// See https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.
/// </summary>
internal static class AwsPolicies
{
    // Only readability is relaxed: the text is shown and copied, never put into markup unescaped.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the scanning identity must be allowed: listing and reading these buckets and nothing else.</summary>
    /// <param name="bucketFilter">Names or globs separated by commas; empty for all.</param>
    /// <param name="prefix">What keys begin with; empty for all.</param>
    /// <param name="region">The region, which tells the partition.</param>
    public static string ForReading(string? bucketFilter, string? prefix, string? region)
    {
        var given = (bucketFilter ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var buckets = given.Length == 0 ? ["*"] : given;
        var arn = $"arn:{PartitionOf(region)}:s3:::";
        var statements = new JsonArray();
        if (buckets.Any(bucket => bucket.AsSpan().ContainsAny('*', '?')))
        {
            statements.Add(Statement("ListBuckets", ["s3:ListAllMyBuckets"], ["*"]));
        }

        statements.Add(Statement("ListObjects", ["s3:ListBucket", "s3:GetBucketLocation"], [.. buckets.Select(bucket => arn + bucket)]));
        statements.Add(Statement("ReadObjects", ["s3:GetObject"], [.. buckets.Select(bucket => $"{arn}{bucket}/{prefix}*")]));
        return Document(statements);
    }

    /// <summary>The trust policy of a role that this app assumes.</summary>
    /// <param name="externalId">What both sides must name; empty for none.</param>
    /// <param name="region">The region, which tells the partition.</param>
    public static string ForTrust(string? externalId, string? region)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = $"arn:{PartitionOf(region)}:iam::ACCOUNT_OF_THE_ACCESS_KEY:user/NAME" },
            ["Action"] = "sts:AssumeRole",
        };
        if (!string.IsNullOrEmpty(externalId))
        {
            statement["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["sts:ExternalId"] = externalId } };
        }

        return Document([statement]);
    }

    private static JsonObject Statement(string id, string[] actions, string[] resources) => new()
    {
        ["Sid"] = id,
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
        ["Resource"] = new JsonArray([.. resources.Select(resource => JsonValue.Create(resource))]),
    };

    private static string Document(JsonArray statements) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements }.ToJsonString(Readable);

    private static string PartitionOf(string? region) => region switch
    {
        not null when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        not null when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };
}

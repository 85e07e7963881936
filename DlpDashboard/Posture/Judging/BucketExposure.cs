using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging;

/// <summary>Who can reach a bucket, by the evaluator of its provider, with what could not be read and may change it.</summary>
/// <param name="Verdict">By what is known.</param>
/// <param name="Undecided">What could not be read and could change it, as sentences; empty where the verdict stands.</param>
internal sealed record BucketExposure(AccessVerdict Verdict, IReadOnlyList<string> Undecided)
{
    /// <summary>Whether some policy, list or level lets everybody in, as far as is known.</summary>
    public bool IsOpen => Verdict.IsPublic || Verdict.AnonymousAccess.Count > 0;

    /// <summary>Whether the provider calls it public; null where what decides is not known.</summary>
    public bool? IsPublic => Undecided.Count > 0 || (!Verdict.IsPublic && Verdict.Unknown.Count > 0) ? null : Verdict.IsPublic;

    /// <summary>Judges by the provider's evaluator; a bucket of another storage is open to nobody.</summary>
    public static BucketExposure Of(BucketConfiguration bucket) => bucket.Provider switch
    {
        "aws" => S3Exposure.Of(bucket),
        "azure" => AzureExposure.Of(bucket),
        "gcp" => GcsExposure.Of(bucket),
        _ => new BucketExposure(new AccessVerdict(false, [], [], [], []), []),
    };

    /// <summary>The exposure check that is the same for all providers: nobody without a sign-in gets in.</summary>
    public CheckFinding Finding(string closed)
    {
        var because = string.Join(' ', Verdict.Reasons.Select(reason => reason.Text).Take(4));
        if (IsOpen)
        {
            return Undecided.Count > 0
                ? CheckFinding.Unknown($"{because} Whether something else stops it is not known. {Undecided[0]}")
                : CheckFinding.Fail(Verdict.AnonymousAccess.Count > 0
                    ? $"Everybody can {string.Join(" and ", Verdict.AnonymousAccess)} without signing in. {because}"
                    : $"The provider calls it public, although no request without a sign-in was found to get in. {because}");
        }

        return Undecided.Count > 0 ? CheckFinding.Unknown($"Nothing that was read lets everybody in, but not all could be read. {Undecided[0]}")
            : Verdict.Unknown.Count > 0 ? CheckFinding.Unknown($"Nothing that is understood lets everybody in. {Verdict.Unknown[0].Text}")
            : CheckFinding.Pass(because.Length > 0 ? $"{closed} {because}" : closed);
    }

    /// <summary>The sentence of a document that could not be read.</summary>
    internal static string Unread(BucketConfiguration bucket, string name) => $"The document {name} could not be read. {bucket.Document(name).Reason}";

    /// <summary>A JSON element from a tree.</summary>
    internal static JsonElement Element(JsonObject tree) => JsonSerializer.SerializeToElement(tree);
}

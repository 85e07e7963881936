using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging;

/// <summary>
/// One rule about how a bucket should be set up. A class a rule; <see cref="CheckCatalogue"/> finds them. A check looks at what was read and at nothing else.
/// </summary>
/// <param name="id">Stable, in lower case: the provider's word, a dash and the rule: <c>s3-default-encryption</c>.</param>
/// <param name="severity">How much a failure matters.</param>
/// <param name="title">What should be, in a few words.</param>
/// <param name="guidance">Why, and what to do.</param>
/// <param name="controls">The controls it maps to, by number: <c>CIS AWS 3.0: 2.1.4</c>.</param>
internal abstract class PostureCheck(string id, CheckSeverity severity, string title, CheckGuidance guidance, params string[] controls)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>How much a failure matters.</summary>
    public CheckSeverity Severity => severity;

    /// <summary>What should be.</summary>
    public string Title => title;

    /// <summary>Why, and what to do.</summary>
    public CheckGuidance Guidance => guidance;

    /// <summary>The controls it maps to.</summary>
    public IReadOnlyList<string> Controls => controls;

    /// <summary>The provider whose buckets it looks at, by its id.</summary>
    public string Provider => id[..id.IndexOf('-', StringComparison.Ordinal)] switch { "s3" => "aws", "azure" => "azure", "gcs" => "gcp", _ => "local" };

    /// <summary>Judges a bucket; a document of a form nobody expects makes it unknown and never fails.</summary>
    public CheckFinding Judge(BucketConfiguration bucket)
    {
        try
        {
            return JudgeKnown(bucket);
        }
        catch (UnreadDocumentException unread)
        {
            return CheckFinding.Unknown(unread.Message);
        }
        catch (Exception form) when (form is FormatException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException)
        {
            return CheckFinding.Unknown("A document has a form that is not understood.");
        }
    }

    /// <summary>Judges what is known. Documents are taken by <see cref="BucketConfiguration.Read"/>, which ends the judging where one is unknown.</summary>
    protected abstract CheckFinding JudgeKnown(BucketConfiguration bucket);

    /// <summary>The sentences of a verdict's reasons, the first few.</summary>
    protected static string Reasons(IEnumerable<AccessReason> reasons) => string.Join(' ', reasons.Select(reason => reason.Text).Take(3));
}

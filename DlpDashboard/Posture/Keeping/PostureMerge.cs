using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Keeping;

/// <summary>Joins what was read of buckets with what is kept of them: which rows to write, and what changed. Touches no database.</summary>
internal sealed class PostureMerge(Guid organisationId, Guid endpointId, Guid refreshId, DateTime nowUtc, IReadOnlyList<PostureSuppression> suppressions)
{
    /// <summary>Bucket rows to write.</summary>
    public List<PostureBucket> Buckets { get; } = [];

    /// <summary>Result rows to write.</summary>
    public List<PostureResult> Results { get; } = [];

    /// <summary>Documents that are new or changed.</summary>
    public List<PostureDocument> Added { get; } = [];

    /// <summary>Documents that stand as they stood.</summary>
    public List<Guid> SeenAgain { get; } = [];

    /// <summary>Documents that another version replaces.</summary>
    public List<Guid> Replaced { get; } = [];

    /// <summary>Buckets of which something is to be told, as they were and are.</summary>
    public List<BucketChange> Changes { get; } = [];

    /// <summary>Buckets of which a list, a number or a verdict is another than before, or that are new.</summary>
    public List<Guid> Touched { get; } = [];

    /// <summary>Takes in one bucket.</summary>
    public void Add(JudgedBucket judged, string provider, PostureBucket? before, IReadOnlyDictionary<string, PostureResult> results, IReadOnlyDictionary<string, PostureDocument> documents)
    {
        var id = StableId.OfBucket(endpointId, judged.Listed.Name);
        var drifted = AddDocuments(id, judged.Documents, documents);
        var rows = judged.Outcomes.Select(outcome => ResultOf(id, outcome, results.GetValueOrDefault(outcome.Check.Id))).ToList();
        Results.AddRange(rows);
        var exposure = judged.Configuration.Exposure;
        var bucket = new PostureBucket
        {
            Id = id,
            OrganisationId = organisationId,
            EndpointId = endpointId,
            Provider = provider,
            Name = StorableText.Of(judged.Listed.Name, PostureBucket.MaxName),
            Region = judged.Region is { } region ? StorableText.Of(region, 60) : before?.Region,
            CreatedUtc = judged.Listed.CreatedUtc ?? before?.CreatedUtc,
            IsPublic = exposure.IsPublic,
            AnonymousAccess = exposure.Undecided.Count > 0 ? "" : string.Join(' ', exposure.Verdict.AnonymousAccess),
            CrossAccounts = exposure.Verdict.CrossAccount.Count,
            FirstSeenUtc = before?.FirstSeenUtc ?? nowUtc,
            ReadUtc = nowUtc,
            LastRefreshId = refreshId,
            ChangedUtc = drifted.Count > 0 ? nowUtc : before?.ChangedUtc,
        };
        Count(bucket, rows);
        Buckets.Add(bucket);
        if (before is null || IsOther(before, bucket) || rows.Exists(row => results.GetValueOrDefault(row.CheckId) is not { } old || (old.Verdict, old.IsSuppressed) != (row.Verdict, row.IsSuppressed)))
        {
            Touched.Add(id);
        }

        Changes.Add(new BucketChange(before, bucket, drifted, exposure.Verdict.Reasons is [var first, ..] ? first.Text : null));
    }

    /// <summary>Takes in the documents of a bucket or, under the endpoint's id, of the account. Gives the names of those that were known and are known to be another now.</summary>
    public IReadOnlyList<string> AddDocuments(Guid scopeId, IReadOnlyList<ConfigurationDocument> documents, IReadOnlyDictionary<string, PostureDocument> before)
    {
        var drifted = new List<string>();
        foreach (var document in documents)
        {
            var hash = DocumentHash.Of(document);
            var old = before.GetValueOrDefault(document.Name);
            if (old is not null && old.Hash == hash)
            {
                SeenAgain.Add(old.Id);
                continue;
            }

            if (old is not null)
            {
                Replaced.Add(old.Id);
                if (old.State != DocumentState.Unknown && document.State != DocumentState.Unknown)
                {
                    drifted.Add(document.Name);
                }
            }

            Added.Add(new PostureDocument
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(nowUtc, TimeSpan.Zero)),
                OrganisationId = organisationId,
                EndpointId = endpointId,
                ScopeId = scopeId,
                Name = document.Name,
                State = document.State,
                Hash = hash,
                Content = document.Json,
                Reason = document.Reason is { } reason ? StorableText.Of(reason, PostureDocument.MaxReason) : null,
                FirstSeenUtc = nowUtc,
                LastSeenUtc = nowUtc,
                IsCurrent = true,
            });
        }

        return drifted;
    }

    /// <summary>Counts a bucket's results into its row.</summary>
    public static PostureScore Count(PostureBucket bucket, IReadOnlyCollection<PostureResult> results)
    {
        var told = results.Select(result => (result.Severity, result.Verdict, result.IsSuppressed)).ToList();
        var score = PostureScore.Of(told);
        bucket.Standing = CheckOutcome.StandingOf(told);
        bucket.Score = score.Value ?? PostureBucket.NoScore;
        bucket.Passed = score.Lines.Sum(line => line.Passed);
        bucket.Failed = score.Lines.Sum(line => line.Failed);
        bucket.FailedCritical = Failed(score, CheckSeverity.Critical);
        bucket.FailedHigh = Failed(score, CheckSeverity.High);
        bucket.FailedMedium = Failed(score, CheckSeverity.Medium);
        bucket.FailedLow = Failed(score, CheckSeverity.Low);
        bucket.Unknown = score.Lines.Sum(line => line.Unknown);
        bucket.Suppressed = score.Lines.Sum(line => line.Suppressed);
        return score;
    }

    private static bool IsOther(PostureBucket before, PostureBucket after) =>
        before.VanishedUtc is not null || (before.IsPublic, before.AnonymousAccess, before.CrossAccounts, before.Region) != (after.IsPublic, after.AnonymousAccess, after.CrossAccounts, after.Region);

    private static int Failed(PostureScore score, CheckSeverity severity) => score.Lines.Where(line => line.Severity == severity).Sum(line => line.Failed);

    private PostureResult ResultOf(Guid bucketId, CheckOutcome outcome, PostureResult? before) => new()
    {
        BucketId = bucketId,
        CheckId = outcome.Check.Id,
        OrganisationId = organisationId,
        EndpointId = endpointId,
        Severity = outcome.Check.Severity,
        Verdict = outcome.Finding.Verdict,
        Sentence = StorableText.Of(outcome.Finding.Sentence, PostureResult.MaxSentence),
        SinceUtc = before?.Verdict == outcome.Finding.Verdict ? before.SinceUtc : nowUtc,
        IsSuppressed = outcome.Finding.Verdict == CheckVerdict.Fail && suppressions.Any(one => one.Covers(bucketId, outcome.Check.Id, nowUtc)),
    };
}

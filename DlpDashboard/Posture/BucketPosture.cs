using System.Text.Json;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture;

/// <summary>All that is known of how a bucket is set up.</summary>
/// <param name="Bucket">Its row.</param>
/// <param name="Score">The score with its arithmetic.</param>
/// <param name="Checks">Every check with its verdict, the gravest first.</param>
/// <param name="Documents">The documents as they stand.</param>
public sealed record BucketPosture(PostureRow Bucket, PostureScore Score, IReadOnlyList<CheckResultRow> Checks, IReadOnlyList<DocumentRow> Documents);

/// <summary>What a check says of a bucket.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="Title">What should be.</param>
/// <param name="Severity">How much a failure matters.</param>
/// <param name="Verdict">pass, fail, unknown or notApplicable.</param>
/// <param name="Sentence">Why.</param>
/// <param name="SinceUtc">Since when it says so.</param>
/// <param name="IsSuppressed">Whether the failure is accepted.</param>
/// <param name="Controls">Controls it maps to.</param>
public sealed record CheckResultRow(string CheckId, string Title, CheckSeverity Severity, CheckVerdict Verdict, string Sentence, DateTime SinceUtc, bool IsSuppressed, IReadOnlyList<string> Controls);

/// <summary>A version of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is.</param>
/// <param name="State">present, notConfigured or unknown.</param>
/// <param name="Content">The document; null unless present, or where the answer would grow too large.</param>
/// <param name="Reason">Why it is not known; null unless unknown.</param>
/// <param name="Hash">Tells versions apart.</param>
/// <param name="FirstSeenUtc">Since when it was seen so.</param>
/// <param name="LastSeenUtc">When it was seen so last.</param>
/// <param name="IsCurrent">Whether it is the newest.</param>
public sealed record DocumentRow(Guid Id, string Name, DocumentState State, JsonElement? Content, string? Reason, string Hash, DateTime FirstSeenUtc, DateTime LastSeenUtc, bool IsCurrent);

namespace DlpDashboard.Posture.Access;

/// <summary>Whether a bucket is public, in the provider's words and in truth.</summary>
/// <param name="IsPublic">What the provider's own status says.</param>
/// <param name="AnonymousAccess">What an unsigned request can really do after denies and blocks: of <c>list, read, write</c>.</param>
/// <param name="CrossAccount">Other accounts that are let in, in order.</param>
/// <param name="Reasons">Why, a sentence for each statement, grant or block that decides.</param>
/// <param name="Unknown">What was not understood, and so may change the verdict.</param>
public sealed record AccessVerdict(
    bool IsPublic, IReadOnlyList<string> AnonymousAccess, IReadOnlyList<string> CrossAccount, IReadOnlyList<AccessReason> Reasons, IReadOnlyList<AccessReason> Unknown);

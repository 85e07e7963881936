namespace DlpDashboard.Posture.Explaining;

/// <summary>Who can reach a bucket, and why.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Sentence">Who can do what, in a few sentences.</param>
/// <param name="IsPublic">What the provider's own status would say; null where that is not known.</param>
/// <param name="AnonymousAccess">What a request without a sign-in can really do: of <c>list, read, write</c>.</param>
/// <param name="IsDecided">Whether all that decides could be read and understood.</param>
/// <param name="CrossAccounts">Other accounts that are let in.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Unknown">What could not be read or understood, and so may change it.</param>
public sealed record BucketAccess(
    string Provider,
    string Sentence,
    bool? IsPublic,
    IReadOnlyList<string> AnonymousAccess,
    bool IsDecided,
    IReadOnlyList<string> CrossAccounts,
    IReadOnlyList<BucketAccessReason> Reasons,
    IReadOnlyList<BucketAccessReason> Unknown);

/// <summary>A reason with its place in the documents.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Place">Where it stands; null where no document shows it.</param>
public sealed record BucketAccessReason(string Text, AccessPlace? Place);

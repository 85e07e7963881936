namespace DlpDashboard.Posture.Access;

/// <summary>One reason of a verdict.</summary>
/// <param name="Statement">What decides: a statement's place in the policy, <c>acl</c>, <c>publicAccessBlock</c>, a container's or a binding's name.</param>
/// <param name="Text">A sentence for people.</param>
public sealed record AccessReason(string Statement, string Text);

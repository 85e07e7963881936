namespace DlpDashboard.Posture.Access;

/// <summary>One statement of a resource policy (IAM JSON policy grammar).</summary>
/// <param name="Place">Its place in the policy, from 0.</param>
/// <param name="Sid">Its own name, or null.</param>
/// <param name="IsDeny">Whether it denies.</param>
/// <param name="Principals">Whom it is for.</param>
/// <param name="Actions">What may or may not be done.</param>
/// <param name="Resources">On what.</param>
/// <param name="Conditions">All of which must hold.</param>
/// <param name="NotUnderstood">What of it could not be read, as sentences; if there is any, its effect is unknown.</param>
internal sealed record AccessStatement(
    int Place,
    string? Sid,
    bool IsDeny,
    PrincipalList Principals,
    PatternList Actions,
    PatternList Resources,
    IReadOnlyList<AccessCondition> Conditions,
    IReadOnlyList<string> NotUnderstood)
{
    /// <summary>As reasons name it: <c>statement 2 ("PublicRead")</c>.</summary>
    public string Name => Sid is { Length: > 0 } ? $"statement {Place} (\"{Sid}\")" : $"statement {Place}";

    /// <summary>Whether all of it was understood.</summary>
    public bool IsUnderstood => NotUnderstood.Count == 0;
}

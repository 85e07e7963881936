namespace DlpDashboard.Posture.Access;

/// <summary>Whom a statement is for, or for all others.</summary>
/// <param name="IsOthers">Whether all but these are meant: <c>NotPrincipal</c>.</param>
/// <param name="Everyone">Whether anybody is named, signed in or not: <c>*</c>.</param>
/// <param name="Named">Accounts, users, roles, services and identity providers.</param>
internal sealed record PrincipalList(bool IsOthers, bool Everyone, IReadOnlyList<NamedPrincipal> Named)
{
    /// <summary>Whether an unsigned request is meant.</summary>
    public bool TakesAnonymous => IsOthers != Everyone;

    /// <summary>Whether a request of an account's own principals may be meant.</summary>
    public bool TakesAccount(string account) => IsOthers
        ? !Everyone && !Named.Any(principal => principal.Account == account && principal.IsWholeAccount)
        : Everyone || Named.Any(principal => principal.Account == account);
}

/// <summary>One principal.</summary>
/// <param name="Kind">Its key in the policy: AWS, Service, Federated, CanonicalUser.</param>
/// <param name="Value">As it stands there.</param>
internal sealed record NamedPrincipal(string Kind, string Value)
{
    /// <summary>The account of an AWS principal, twelve digits; null for others and for those that were deleted.</summary>
    public string? Account { get; } = AwsNames.AccountOf(Value);

    /// <summary>Whether all of the account is meant and not one user or role of it.</summary>
    public bool IsWholeAccount => Account is not null && (Value == Account || Value.EndsWith(":root", StringComparison.Ordinal));

    /// <summary>Whether it is the id of a user or role that was deleted: policies then show the id instead of the name.</summary>
    public bool IsDeleted => Kind == "AWS" && (Value.StartsWith("AIDA", StringComparison.Ordinal) || Value.StartsWith("AROA", StringComparison.Ordinal));
}

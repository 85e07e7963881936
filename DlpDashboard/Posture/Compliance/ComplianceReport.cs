namespace DlpDashboard.Posture.Compliance;

/// <summary>What the checks say of published frameworks, as far as these speak of object storage.</summary>
/// <param name="MadeUtc">When.</param>
/// <param name="EndpointId">Of one endpoint; null for all.</param>
/// <param name="Buckets">How many buckets were judged.</param>
/// <param name="ReadUtc">When one was read last; null where none was.</param>
/// <param name="Frameworks">By name.</param>
public sealed record ComplianceReport(DateTime MadeUtc, Guid? EndpointId, int Buckets, DateTime? ReadUtc, IReadOnlyList<FrameworkResult> Frameworks);

/// <summary>One framework.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Name">Its name with its version.</param>
/// <param name="Controls">The controls that some check maps to, by number.</param>
public sealed record FrameworkResult(string Id, string Name, IReadOnlyList<ControlResult> Controls)
{
    /// <summary>Whether some bucket was judged by it.</summary>
    public bool IsUsed => Controls.Any(control => control.Standing != ControlStanding.NotJudged);

    /// <summary>How many controls stand so.</summary>
    public int Count(ControlStanding standing) => Controls.Count(control => control.Standing == standing);
}

/// <summary>One control.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Standing">What its checks come to.</param>
/// <param name="Checks">The checks that map to it, with their counts of buckets.</param>
public sealed record ControlResult(string Number, ControlStanding Standing, IReadOnlyList<CheckCountRow> Checks)
{
    /// <summary>The control of these checks: one failure fails it, what is not known keeps it from passing.</summary>
    public static ControlResult Of(string number, IReadOnlyList<CheckCountRow> checks) => new(
        number,
        checks.Any(check => check.Failed > 0) ? ControlStanding.Failed
        : checks.Any(check => check.Unknown > 0) ? ControlStanding.Unknown
        : checks.Any(check => check.Accepted > 0) ? ControlStanding.Accepted
        : checks.Any(check => check.Passed > 0) ? ControlStanding.Passed
        : ControlStanding.NotJudged,
        checks);
}

/// <summary>How a control stands.</summary>
public enum ControlStanding
{
    /// <summary>Of some bucket a check fails and nobody accepted it.</summary>
    Failed,

    /// <summary>None fails, but of some bucket it is not known.</summary>
    Unknown,

    /// <summary>All failures are accepted.</summary>
    Accepted,

    /// <summary>All checks pass of all buckets.</summary>
    Passed,

    /// <summary>There is no bucket that its checks speak of.</summary>
    NotJudged,
}

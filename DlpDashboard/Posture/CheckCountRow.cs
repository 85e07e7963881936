namespace DlpDashboard.Posture;

/// <summary>What a check says of how many buckets.</summary>
/// <param name="Check">The check.</param>
/// <param name="Passed">Buckets that pass.</param>
/// <param name="Failed">Buckets that fail, without the accepted.</param>
/// <param name="Unknown">Buckets of which it is not known.</param>
/// <param name="Accepted">Buckets that fail, and somebody accepted it.</param>
/// <param name="NotApplicable">Buckets of which it says nothing.</param>
public sealed record CheckCountRow(CheckRow Check, int Passed, int Failed, int Unknown, int Accepted, int NotApplicable)
{
    /// <summary>Whether it looked at any bucket.</summary>
    public bool IsUsed => Passed + Failed + Unknown + Accepted + NotApplicable > 0;
}

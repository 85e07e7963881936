namespace DlpDashboard.Web.Limits;

/// <summary>What is left of a caller's budget.</summary>
/// <param name="Granted">Whether the request may go on.</param>
/// <param name="Limit">Requests a minute.</param>
/// <param name="Remaining">Requests that may follow at once.</param>
/// <param name="ResetSeconds">Until the whole budget is there again.</param>
/// <param name="RetryAfterSeconds">Until the next request is granted; 0 where this one is.</param>
internal readonly record struct BudgetAnswer(bool Granted, int Limit, int Remaining, int ResetSeconds, int RetryAfterSeconds)
{
    /// <summary>The budget's name in answers.</summary>
    public string Policy { get; init; } = "requests";
}

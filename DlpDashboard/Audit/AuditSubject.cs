namespace DlpDashboard.Audit;

/// <summary>What something was done to.</summary>
/// <param name="Kind">Singular noun: <c>endpoint</c>, <c>scan</c>, <c>finding</c>, <c>account</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name now.</param>
public sealed record AuditSubject(string Kind, Guid Id, string Name);

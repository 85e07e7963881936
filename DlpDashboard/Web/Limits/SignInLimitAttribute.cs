namespace DlpDashboard.Web.Limits;

/// <summary>Endpoint metadata: this route tries passwords, so it is counted by address against the smaller budget.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignInLimitAttribute : Attribute;

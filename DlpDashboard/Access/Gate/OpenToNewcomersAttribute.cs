namespace DlpDashboard.Access.Gate;

/// <summary>Endpoint metadata: may be used before the one-time password is changed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenToNewcomersAttribute : Attribute;

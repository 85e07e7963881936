using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Explaining;

/// <summary>A version of a document without its content.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is.</param>
/// <param name="IsOfAccount">Whether it is the account's and not the bucket's own.</param>
/// <param name="State">present, notConfigured or unknown.</param>
/// <param name="Reason">Why it is not known; null unless unknown.</param>
/// <param name="FirstSeenUtc">Since when it was seen so.</param>
/// <param name="LastSeenUtc">When it was seen so last.</param>
/// <param name="IsCurrent">Whether it is the newest.</param>
public sealed record DocumentHead(Guid Id, string Name, bool IsOfAccount, DocumentState State, string? Reason, DateTime FirstSeenUtc, DateTime LastSeenUtc, bool IsCurrent);

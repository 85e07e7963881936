namespace DlpDashboard.UI.Navigation;

/// <summary>One step above a page.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Crumb(string Title, string Href);

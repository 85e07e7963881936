namespace DlpDashboard.UI.Navigation;

/// <summary>One of <see cref="Tabs"/>.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Href">Its address.</param>
/// <param name="Current">Whether it is shown now.</param>
/// <param name="Count">How many things are in it, or null.</param>
public sealed record Tab(string Title, string Href, bool Current, long? Count = null);

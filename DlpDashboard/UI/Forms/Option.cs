namespace DlpDashboard.UI.Forms;

/// <summary>One of a choice.</summary>
/// <param name="Value">As the URL and the form carry it.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Count">How many things have it, or null.</param>
public sealed record Option(string Value, string Text, long? Count = null);

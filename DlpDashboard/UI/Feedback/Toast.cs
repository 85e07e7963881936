namespace DlpDashboard.UI.Feedback;

/// <summary>A short notice of something done or failed.</summary>
/// <param name="Id">Counts up within a circuit.</param>
/// <param name="Tone">What it means.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="LinkText">Words of a link to what it is about, or null.</param>
/// <param name="Href">Where the link leads.</param>
public sealed record Toast(int Id, Tone Tone, string Sentence, string? LinkText, string? Href)
{
    /// <summary>Bad news stays until it is closed.</summary>
    public bool Stays => Tone == Tone.Bad;
}

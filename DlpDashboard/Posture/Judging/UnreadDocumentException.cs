namespace DlpDashboard.Posture.Judging;

/// <summary>A check needs a document that could not be read; the message is the sentence of its unknown verdict.</summary>
internal sealed class UnreadDocumentException(string sentence) : Exception(sentence);

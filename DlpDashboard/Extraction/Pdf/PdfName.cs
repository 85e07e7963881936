namespace DlpDashboard.Extraction.Pdf;

/// <summary>A name object (ISO 32000-1, 7.3.5), without its slash.</summary>
internal sealed record PdfName(string Text);

namespace DlpDashboard.Extraction.Pdf;

/// <summary>A reference to an indirect object (7.3.10).</summary>
internal sealed record PdfReference(int Number, int Generation);

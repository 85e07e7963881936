namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>A page.</summary>
/// <param name="Number">From 1, in reading order.</param>
/// <param name="Dictionary">Its own entries.</param>
/// <param name="Resources">Its resources, those of the tree over it where it has none.</param>
internal sealed record PdfPage(int Number, PdfDictionary Dictionary, PdfDictionary Resources);

namespace DlpDashboard.Extraction.Pdf;

/// <summary>A stream object (7.3.8): its dictionary and where its bytes begin in the file.</summary>
/// <param name="Dictionary">Filters, length and what else is said of it.</param>
/// <param name="Start">First byte of its data.</param>
/// <param name="Id">The object it is, which its key is made of.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, long Start, PdfReference Id);

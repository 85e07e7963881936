namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>A run of text as it was shown.</summary>
/// <param name="Angle">The direction it is written in, in whole degrees.</param>
/// <param name="Across">Its line: the baseline's distance in the direction of the letters' top.</param>
/// <param name="From">Where it begins along its line.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Size">The font's size on the page.</param>
/// <param name="Start">Its first character in the page's text.</param>
/// <param name="Length">Its characters.</param>
internal readonly record struct PdfFragment(int Angle, double Across, double From, double To, double Size, int Start, int Length);

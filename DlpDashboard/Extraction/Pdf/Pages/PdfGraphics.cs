using DlpDashboard.Extraction.Pdf.Fonts;

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>The part of the graphics state (8.4, 9.3) that text needs. A value: saving it is copying it.</summary>
internal struct PdfGraphics
{
    /// <summary>From the space of the content to that of the page.</summary>
    public PdfMatrix Space;

    /// <summary>The font in use.</summary>
    public PdfFont? Font;

    /// <summary>Its size.</summary>
    public double Size;

    /// <summary>Added after each character.</summary>
    public double CharacterSpacing;

    /// <summary>Added after each space.</summary>
    public double WordSpacing;

    /// <summary>How wide text is drawn, 1 as usual.</summary>
    public double Scale;

    /// <summary>Between lines.</summary>
    public double Leading;

    /// <summary>How far text is raised.</summary>
    public double Rise;

    /// <summary>The state where a page begins.</summary>
    public static PdfGraphics Start => new() { Space = PdfMatrix.Identity, Scale = 1, Size = 1 };
}

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>A transformation (8.3.4): x' = A x + C y + E, y' = B x + D y + F.</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    /// <summary>The matrix that changes nothing.</summary>
    public static readonly PdfMatrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First this, then another.</summary>
    public PdfMatrix Then(PdfMatrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>Moved by a distance in its own space.</summary>
    public PdfMatrix Moved(double x, double y) => this with { E = E + (A * x) + (C * y), F = F + (B * x) + (D * y) };

    /// <summary>A matrix of six numbers; the one that changes nothing where the value is something else.</summary>
    public static PdfMatrix Of(object? value) => value is List<object?> and [double a, double b, double c, double d, double e, double f]
        ? new PdfMatrix(a, b, c, d, e, f)
        : Identity;
}

namespace DlpDashboard.Extraction;

/// <summary>Settings of extraction.</summary>
internal sealed class ExtractionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Extraction";

    /// <summary>Whether text drawn in pictures is read, where the program <c>tesseract</c> is found.</summary>
    public bool Ocr { get; set; } = true;

    /// <summary>The limits under these settings.</summary>
    public ExtractionLimits ToLimits() => ExtractionLimits.Default with { OcrProgram = Ocr ? Images.PictureOcr.Find() : null };
}

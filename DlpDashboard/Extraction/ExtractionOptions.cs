using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Extraction;

/// <summary>Settings of extraction.</summary>
internal sealed class ExtractionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Extraction";

    /// <summary>Whether text drawn in pictures is read, where the program <c>tesseract</c> is found.</summary>
    public bool Ocr { get; set; } = true;

    /// <summary>How long one object may take, and a second more for each megabyte of it; what takes longer is read in part. Zero sets no limit.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan ObjectTime { get; set; } = ExtractionLimits.Default.Time;

    /// <summary>The limits under these settings.</summary>
    public ExtractionLimits ToLimits() => ExtractionLimits.Default with { Time = ObjectTime, OcrProgram = Ocr ? Images.PictureOcr.Find() : null };
}

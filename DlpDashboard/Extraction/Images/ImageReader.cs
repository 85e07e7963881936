using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Images;

/// <summary>
/// Reads what pictures say of themselves: EXIF, XMP, IPTC, comments, the place; and what PNG and JPEG show, where a program for it is
/// named (<see cref="ExtractionLimits.OcrProgram"/>). Else pictures that say nothing stay unsupported.
/// </summary>
internal sealed class ImageReader : IFormatReader
{
    private const string DescriptionOnly = "What the image says of itself was read; what it shows is not.";
    private const int MaxTiff = 8 * 1024 * 1024;
    private const int MaxPicture = 10 * 1024 * 1024;
    private const long MaxPixels = 50_000_000;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var texts = new ImageTexts();
        if (content.Kind is "png" or "jpeg" && content.Budget.Limits.OcrProgram is { } program && content.Budget.TryTakeMemory(MaxPicture))
        {
            try
            {
                return await ReadShownAsync(content, program, texts, cancellationToken);
            }
            finally
            {
                content.Budget.GiveMemory(MaxPicture);
            }
        }

        await ReadPartsAsync(content.Kind, new PictureFile(content.FromStart(), content.Pool), texts, cancellationToken);
        return Outcome(content, texts, isShown: false, DescriptionOnly);
    }

    private static async ValueTask<ContentOutcome> ReadShownAsync(FormatContent content, string program, ImageTexts texts, CancellationToken cancellationToken)
    {
        var stream = content.FromStart();
        var picture = await new PictureFile(stream, content.Pool).TakeUpToAsync(MaxPicture, cancellationToken);
        await ReadPartsAsync(content.Kind, new PictureFile(new ReplayStream(picture, stream), content.Pool), texts, cancellationToken);
        if (picture.Length == MaxPicture || PictureSize.Of(picture) is not (> 0 and <= MaxPixels))
        {
            return Outcome(content, texts, isShown: false, "The image is too large, or does not tell its size: what it shows is not read.");
        }

        var (text, problem) = await PictureOcr.ReadAsync(program, picture, cancellationToken);
        var isShown = text is not null && PictureLines.Write(text, content.Text, content.Entry);
        return Outcome(content, texts, isShown, problem);
    }

    private static ContentOutcome Outcome(FormatContent content, ImageTexts texts, bool isShown, string? problem)
    {
        if (texts.Count > 0)
        {
            texts.Write(content.Text, content.Entry);
        }

        return problem is null ? ContentOutcome.Scanned(content.Kind)
            : texts.Count > 0 || isShown ? new ContentOutcome(ExtractionState.Partial, problem, content.Kind)
            : new ContentOutcome(ExtractionState.Unsupported, ReferenceEquals(problem, DescriptionOnly) ? NothingRead(content.Kind) : problem, content.Kind);
    }

    private static string NothingRead(string kind)
    {
        var name = kind switch { "jpeg" => "a JPEG", "png" => "a PNG", "webp" => "a WebP", "tiff" => "a TIFF", _ => $"a {kind}" };
        return $"This is {name} image that says nothing of itself; what it shows is not read.";
    }

    private static async ValueTask ReadPartsAsync(string kind, PictureFile file, ImageTexts texts, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case "png":
                await PngParts.ReadAsync(file, texts, cancellationToken);
                break;
            case "jpeg":
                await JpegParts.ReadAsync(file, texts, cancellationToken);
                break;
            case "webp":
                await WebpParts.ReadAsync(file, texts, cancellationToken);
                break;
            case "tiff":
                new ExifReader(await file.TakeUpToAsync(MaxTiff, cancellationToken), texts).Read();
                break;
            default:
                break;
        }
    }
}

using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Images;

/// <summary>
/// Reads what pictures say of themselves: EXIF, XMP, IPTC, comments, the place. Pictures that say nothing stay unsupported: what they show is not read.
/// </summary>
internal sealed class ImageReader : IFormatReader
{
    private const int MaxTiff = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var texts = new ImageTexts();
        await ReadPartsAsync(content.Kind, new PictureFile(content.FromStart(), content.Pool), texts, cancellationToken);
        if (texts.Count == 0)
        {
            return new ContentOutcome(ExtractionState.Unsupported, NothingRead(content.Kind), content.Kind);
        }

        texts.Write(content.Text, content.Entry);
        return new ContentOutcome(ExtractionState.Partial, "What the image says of itself was read; what it shows is not.", content.Kind);
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

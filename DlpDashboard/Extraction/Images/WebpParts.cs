using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Extraction.Images;

/// <summary>The chunks of WebP that hold text: EXIF and XMP.</summary>
internal static class WebpParts
{
    private const int MaxPart = 4 * 1024 * 1024;
    private const int MaxChunks = 100_000;

    /// <summary>Reads all chunks behind the head of twelve bytes.</summary>
    public static async ValueTask ReadAsync(PictureFile file, ImageTexts texts, CancellationToken cancellationToken)
    {
        await file.SkipAsync(12, cancellationToken);
        for (var i = 0; i < MaxChunks && !file.IsCut; i++)
        {
            var head = await file.SmallAsync(8, cancellationToken);
            if (head.IsEmpty)
            {
                return;
            }

            var kind = Encoding.Latin1.GetString(head.Span[..4]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.Span[4..]);
            var isText = kind is "EXIF" or "XMP " && length <= MaxPart;
            if (isText && await file.TakeAsync((int)length, cancellationToken) is { } part)
            {
                if (kind == "EXIF")
                {
                    new ExifReader(part.AsSpan().StartsWith("Exif\0\0"u8) ? part.AsMemory(6) : part, texts).Read();
                }
                else
                {
                    XmpReader.Read(part, texts);
                }
            }

            await file.SkipAsync((isText ? 0 : length) + (length & 1), cancellationToken);
        }
    }
}

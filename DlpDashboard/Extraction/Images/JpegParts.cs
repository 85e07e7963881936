using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Images;

/// <summary>The segments of JPEG that hold text: EXIF and XMP (APP1), IPTC (APP13), comments.</summary>
internal static class JpegParts
{
    private const int MaxSegments = 10_000;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Xmp => "http://ns.adobe.com/xap/1.0/\0"u8;

    private static ReadOnlySpan<byte> Photoshop => "Photoshop 3.0\0"u8;

    /// <summary>Reads the segments before the picture itself.</summary>
    public static async ValueTask ReadAsync(PictureFile file, ImageTexts texts, CancellationToken cancellationToken)
    {
        await file.SkipAsync(2, cancellationToken);
        for (var i = 0; i < MaxSegments; i++)
        {
            var head = await file.SmallAsync(4, cancellationToken);
            if (head.IsEmpty || head.Span[0] != 0xFF || head.Span[1] is 0xDA or 0xD9)
            {
                return;
            }

            var marker = head.Span[1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.Span[2..]) - 2;
            if (length < 0 || await file.TakeAsync(length, cancellationToken) is not { } part)
            {
                return;
            }

            Read(marker, part, texts);
        }
    }

    private static void Read(int marker, byte[] part, ImageTexts texts)
    {
        var bytes = part.AsSpan();
        switch (marker)
        {
            case 0xE1 when bytes.StartsWith(Exif):
                new ExifReader(part.AsMemory(Exif.Length), texts).Read();
                break;
            case 0xE1 when bytes.StartsWith(Xmp):
                XmpReader.Read(bytes[Xmp.Length..], texts);
                break;
            case 0xED when bytes.StartsWith(Photoshop):
                IptcReader.ReadPhotoshop(bytes[Photoshop.Length..], texts);
                break;
            case 0xFE:
                texts.Add("jpeg Comment", Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes));
                break;
            default:
                break;
        }
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Images;

/// <summary>The chunks of PNG that hold text (W3C PNG, 11.3.3): tEXt, zTXt, iTXt, eXIf.</summary>
internal static class PngParts
{
    private const int MaxPart = 4 * 1024 * 1024;
    private const int MaxText = 1024 * 1024;
    private const int MaxChunks = 100_000;

    /// <summary>Reads all chunks behind the mark of eight bytes.</summary>
    public static async ValueTask ReadAsync(PictureFile file, ImageTexts texts, CancellationToken cancellationToken)
    {
        await file.SkipAsync(8, cancellationToken);
        for (var i = 0; i < MaxChunks; i++)
        {
            var head = await file.SmallAsync(8, cancellationToken);
            if (head.IsEmpty)
            {
                return;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(head.Span);
            var kind = Encoding.Latin1.GetString(head.Span[4..]);
            if (kind is "tEXt" or "zTXt" or "iTXt" or "eXIf" && length <= MaxPart)
            {
                if (await file.TakeAsync((int)length, cancellationToken) is not { } part)
                {
                    return;
                }

                Read(kind, part, texts);
                await file.SkipAsync(4, cancellationToken);
            }
            else if (kind == "IEND")
            {
                return;
            }
            else
            {
                await file.SkipAsync(length + 4L, cancellationToken);
            }

            if (file.IsCut)
            {
                return;
            }
        }
    }

    private static void Read(string kind, byte[] part, ImageTexts texts)
    {
        if (kind == "eXIf")
        {
            new ExifReader(part, texts).Read();
            return;
        }

        var end = part.AsSpan().IndexOf((byte)0);
        if (end < 0)
        {
            return;
        }

        var name = SafeText.Of(Encoding.Latin1.GetString(part.AsSpan(0, end)));
        var rest = part.AsSpan(end + 1);
        if (kind == "tEXt")
        {
            Add(name, rest, Encoding.Latin1, texts);
        }
        else if (kind == "zTXt" && rest.Length > 1)
        {
            Add(name, Inflate(rest[1..]), Encoding.Latin1, texts);
        }
        else if (kind == "iTXt" && rest.Length > 2)
        {
            // Whether it is compressed, how, the language, the translated name, the text.
            var isPacked = rest[0] == 1;
            rest = rest[2..];
            for (var i = 0; i < 2; i++)
            {
                var zero = rest.IndexOf((byte)0);
                rest = zero < 0 ? default : rest[(zero + 1)..];
            }

            Add(name, isPacked ? Inflate(rest) : rest, Encoding.UTF8, texts);
        }
    }

    private static void Add(string name, ReadOnlySpan<byte> value, Encoding encoding, ImageTexts texts)
    {
        if (name == "XML:com.adobe.xmp")
        {
            XmpReader.Read(value, texts);
        }
        else
        {
            texts.Add($"png {name}", encoding.GetString(value[..Math.Min(value.Length, MaxText)]));
        }
    }

    private static byte[] Inflate(ReadOnlySpan<byte> packed)
    {
        var output = new byte[(int)Math.Min(MaxText, packed.Length * 200L)];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            return output[..WholeBlock.FillUpTo(stream, output)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}

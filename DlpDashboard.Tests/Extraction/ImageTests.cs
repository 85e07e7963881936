using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class ImageTests
{
    private static readonly string[] Words = ["Ann Example", "a wide note", "SN-12345", "-52.500000, 52.500000", "needle"];

    public static TheoryData<string, byte[]> Pictures() => new()
    {
        { "jpeg", ImageFiles.Jpeg((0xE0, new byte[14]), (0xE1, [.. "Exif\0\0"u8, .. ImageFiles.Exif(true)])) },
        { "jpeg", ImageFiles.Jpeg((0xE1, [.. "Exif\0\0"u8, .. ImageFiles.Exif(false)])) },
        { "png", ImageFiles.Png(("IHDR", new byte[13]), ("eXIf", ImageFiles.Exif(false)), ("IDAT", new byte[100])) },
        { "webp", ImageFiles.Webp(("VP8 ", new byte[31]), ("EXIF", ImageFiles.Exif(true))) },
        { "tiff", ImageFiles.Exif(true) },
        { "tiff", ImageFiles.Exif(false) },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Authors_comments_devices_and_places_are_read(string kind, byte[] picture)
    {
        foreach (var most in new[] { 1, int.MaxValue })
        {
            var sink = new RecordingSink(Words);
            var result = Extracting.Read(picture, sink, seekable: false, most: most);
            Assert.Equal((ExtractionState.Partial, kind, "What the image says of itself was read; what it shows is not."), (result.State, result.Kind, result.Reason));
            Assert.Equal(Words.Order(), sink.Found.Select(found => found.Word).Order());
            var artist = sink.Found.Single(found => found.Word == "Ann Example");
            Assert.Equal(("Artist", "exif Artist"), (artist.Key, artist.Location.Path));
            Assert.Equal("exif GPS location", sink.Found.Single(found => found.Word.StartsWith('-')).Location.Path);
            Assert.Equal("iptc author", sink.Found.Single(found => found.Word == "needle").Location.Path);
        }
    }

    [Fact]
    public void Texts_beside_exif_are_read()
    {
        var jpeg = ImageFiles.Jpeg(
            (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. ImageFiles.Xmp("Bob Example")]),
            (0xED, [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)ImageFiles.Iptc().Length, .. ImageFiles.Iptc()]),
            (0xFE, "a comment"u8.ToArray()));
        Assert.Equal(
            [("Rome", "xmp p:City"), ("Bob Example", "xmp dc:creator"), ("needle", "iptc author"), ("a comment", "jpeg Comment")],
            Extracting.Find(jpeg, "Rome", "Bob Example", "needle", "a comment").Sink.Found.Select(found => (found.Word, found.Location.Path)));
        var png = ImageFiles.Png(
            ("tEXt", [.. "Author\0"u8, .. "Ann"u8]),
            ("zTXt", [.. "Note\0\0"u8, .. PdfMaking.Deflate("packed needle"u8.ToArray())]),
            ("iTXt", [.. "Title\0\0\0de\0Titel\0"u8, .. "Über"u8]),
            ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. ImageFiles.Xmp("Bob")]));
        Assert.Equal(
            [("Ann", "png Author"), ("needle", "png Note"), ("Über", "png Title"), ("Bob", "xmp dc:creator")],
            Extracting.Find(png, "Ann", "needle", "Über", "Bob").Sink.Found.Select(found => (found.Word, found.Location.Path)));
    }

    [Fact]
    public void A_picture_that_says_nothing_stays_unsupported()
    {
        var result = Extracting.Find(ImageFiles.Png(("IHDR", new byte[13]), ("IDAT", new byte[100]))).Result;
        Assert.Equal((ExtractionState.Unsupported, "png"), (result.State, result.Kind));
        Assert.EndsWith("not read.", result.Reason);
    }

    [Fact]
    public void Descriptions_that_lie_end_quietly()
    {
        var random = new Random(3);
        foreach (var (_, picture) in Pictures().Select(row => ((string)row[0], (byte[])row[1])))
        {
            for (var round = 0; round < 500; round++)
            {
                var changed = picture.ToArray();
                changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
                changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
                Assert.True(Extracting.Find(changed[..random.Next(12, changed.Length)]).Result.TextBytes < 10_000);
            }
        }
    }

    [Fact]
    public void A_directory_that_points_to_itself_is_read_once()
    {
        byte[] circle = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0];
        Assert.Equal(ExtractionState.Unsupported, Extracting.Find(circle).Result.State);
    }

    [Fact]
    public void Packed_text_of_a_picture_is_bounded()
    {
        var bomb = ImageFiles.Png(("zTXt", [.. "Note\0\0"u8, .. PdfMaking.Deflate(Zipping.Text(new string('x', 30_000_000)))]));
        Assert.InRange(Extracting.Find(bomb).Result.TextBytes, 1000, 100_000);
    }
}

using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Images;

namespace DlpDashboard.Tests.Extraction;

/// <summary>
/// With programs that stand for tesseract, so that what is tested does not depend on it. Alone: a file just written cannot be run while another process is being started.
/// </summary>
[Collection(DlpDashboard.Tests.Testing.MeasuredAlone.Name)]
public sealed class PictureOcrTests : IDisposable
{
    private static readonly byte[] Picture = ImageFiles.Png(("IHDR", [0, 0, 0, 10, 0, 0, 0, 10, 8, 0, 0, 0, 0]), ("tEXt", [.. "Author\0"u8, .. "Ann"u8]));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dlp-ocr");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_a_picture_shows_is_read_line_by_line()
    {
        var (result, sink) = await ReadAsync(Picture, "[ \"$*\" = 'stdin stdout --psm 3' ] && [ \"$(wc -c)\" -gt 40 ] && printf 'first\\n\\n a needle here \\n'");
        Assert.Equal((ExtractionState.Scanned, "png", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(["first\na needle here\n", "Ann\n"], sink.Segments);
        Assert.Equal("text in the image, line 2", sink.Found[0].Location.Path);
    }

    [Fact]
    public async Task A_scanned_page_of_a_pdf_is_read_as_a_picture()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0x11, 0, 0xFF, 0xD9];
        var pdf = PdfMaking.Pages("q /I Do Q").AddStream(20, "/Subtype /Image /Width 10 /Height 10 /Filter /DCTDecode", jpeg);
        pdf.Add(10, "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I 20 0 R >> >> /Contents 11 0 R >>");
        var (result, sink) = await ReadAsync(pdf.ToBytes(), "cat >/dev/null; echo a needle");
        Assert.Equal((ExtractionState.Scanned, "pdf", null), (result.State, result.Kind, result.Reason));
        Assert.Equal("page 1 picture 1", Assert.Single(sink.Found).Location.Entry);
        var (unread, _) = await ReadAsync(pdf.ToBytes(), "cat >/dev/null; exit 1");
        Assert.Equal((ExtractionState.Partial, "Pages without text, which are pictures: 1."), (unread.State, unread.Reason));
    }

    [Theory]
    [InlineData("cat >/dev/null; exit 1", "could not be read")]
    [InlineData("exit 3", "could not be read")]
    public async Task A_program_that_fails_is_told(string script, string reason)
    {
        var (result, sink) = await ReadAsync(Picture, script);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains(reason, result.Reason);
        Assert.Equal("Ann\n", Assert.Single(sink.Segments));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told()
    {
        var result = await ReadAsync(Picture, Path.Combine(_folder.FullName, "missing"), new RecordingSink());
        Assert.Contains("could not be run", result.Reason);
    }

    [Fact]
    public async Task A_picture_of_too_many_pixels_is_never_given_to_the_program()
    {
        var large = ImageFiles.Png(("IHDR", [0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0]));
        var (result, _) = await ReadAsync(large, $"touch {_folder.FullName}/ran");
        Assert.Equal(ExtractionState.Unsupported, result.State);
        Assert.Contains("too large", result.Reason);
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "ran")));
    }

    [Fact]
    public async Task Cancelling_ends_the_program()
    {
        using var cancel = new CancellationTokenSource();
        var reading = PictureOcr.ReadAsync(Script("echo $$ > \"$(dirname \"$0\")/pid\"; exec sleep 600"), Picture, cancel.Token).AsTask();
        var pid = Path.Combine(_folder.FullName, "pid");
        while (!File.Exists(pid) || new FileInfo(pid).Length == 0)
        {
            await Task.Yield();
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private async Task<(ExtractionResult Result, RecordingSink Sink)> ReadAsync(byte[] picture, string script)
    {
        var sink = new RecordingSink("needle");
        return (await ReadAsync(picture, Script(script), sink), sink);
    }

    private static async Task<ExtractionResult> ReadAsync(byte[] picture, string program, RecordingSink sink)
    {
        using var extractor = new ObjectExtractor();
        using var stream = new MemoryStream(picture);
        return await extractor.ExtractAsync(stream, sink, ExtractionLimits.Default with { OcrProgram = program }, CancellationToken.None);
    }

    private string Script(string body)
    {
        var path = Path.Combine(_folder.FullName, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

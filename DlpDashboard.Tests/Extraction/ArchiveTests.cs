using System.IO.Compression;
using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class ArchiveTests
{
    private static readonly ExtractionLimits Limits = ExtractionLimits.Default;

    [Fact]
    public void Gzip_is_read_with_all_its_members_and_formats()
    {
        byte[] bytes = [.. Zipping.Gzip("name,mail\nBob,x\n"), .. Zipping.Gzip("Eve,needle\n")];
        var (result, sink) = Extracting.Find(bytes, "needle");
        Assert.Equal((ExtractionState.Scanned, "gzip", bytes.Length), (result.State, result.Kind, (int)result.BytesRead));
        Assert.Equal(("mail", "rows[2].mail", (string?)null), (sink.Found[0].Key, sink.Found[0].Location.Path, sink.Found[0].Location.Entry));
    }

    [Theory]
    [InlineData(true, CompressionLevel.Optimal)]
    [InlineData(false, CompressionLevel.Optimal)]
    [InlineData(true, CompressionLevel.NoCompression)]
    [InlineData(false, CompressionLevel.NoCompression)]
    public void Zip_entries_are_read_with_their_names(bool seekable, CompressionLevel level)
    {
        var inner = Zipping.Zip(("deep.json", Zipping.Text("{\"a\":\"needle\"}")));
        var zip = Zipping.Zip(
            level, ("a/", []), ("a/one.txt", Zipping.Text("needle")), ("b.gz", Zipping.Gzip("line\nneedle")), ("c.zip", inner), ("empty", []));
        var sink = new RecordingSink("needle");
        var result = Extracting.Read(zip, sink, Limits, seekable);
        Assert.Equal((ExtractionState.Scanned, "zip"), (result.State, result.Kind));
        Assert.Null(result.Reason);
        Assert.Equal(["a/one.txt", "b.gz", "c.zip!/deep.json"], sink.Found.Select(f => f.Location.Entry));
        Assert.Equal([null, null, "$.a"], sink.Found.Select(f => f.Location.Path));
    }

    [Fact]
    public void A_zip_behind_a_program_is_read()
    {
        var zip = Zipping.Zip(("x", Zipping.Text("needle")));
        byte[] bytes = [.. "PK\u0003\u0004"u8, .. new byte[500], .. zip];
        Assert.Single(Extracting.Find(bytes, "needle").Sink.Found);
    }

    [Fact]
    public async Task A_large_zip_that_cannot_seek_goes_through_a_file_that_is_gone_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("dlp-spool");
        try
        {
            var noise = new byte[300_000];
            new Random(1).NextBytes(noise);
            var zip = Zipping.Zip(("n.b64", Zipping.Text(Convert.ToBase64String(noise))), ("x", Zipping.Text("needle")));
            var sink = new RecordingSink("needle");
            var limits = Limits with { SpoolMemoryBytes = 1000, SpoolFolder = folder.FullName };
            using var extractor = new ObjectExtractor();
            using var stream = new PartStream(zip, 10_000, false);
            var result = await extractor.ExtractAsync(stream, sink, limits, CancellationToken.None);
            Assert.Equal(ExtractionState.Scanned, result.State);
            Assert.Single(sink.Found);
            Assert.Empty(folder.GetFiles());
            var large = Extracting.Read(zip, sink, limits with { SpoolBytes = 2000 }, seekable: false);
            Assert.Equal(ExtractionState.TooLarge, large.State);
            Assert.Contains("larger than 2,000 bytes", large.Reason);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Passwords_are_told()
    {
        var zip = Zipping.Zip(("a", Zipping.Text("needle")), ("b", Zipping.Text("needle too")));
        var (all, none) = Extracting.Find(Zipping.WithFlags(zip, 1), "needle");
        Assert.Equal(ExtractionState.Encrypted, all.State);
        Assert.Contains("password", all.Reason);
        Assert.Empty(none.Segments);
        var (mixed, one) = Extracting.Find(Zipping.WithFlags(zip, 1, onlyEntry: 1), "needle");
        Assert.Equal(ExtractionState.Partial, mixed.State);
        Assert.Contains("1 of 2 entries", mixed.Reason);
        Assert.Single(one.Found);
    }

    [Fact]
    public void Hostile_names_are_only_text()
    {
        var zip = Zipping.Zip(("../../etc/passwd\u0007\u202Egnp", Zipping.Text("needle")), (new string('x', 5000), Zipping.Text("needle")));
        var names = Extracting.Find(zip, "needle").Sink.Found.Select(f => f.Location.Entry!).ToList();
        Assert.Equal("../../etc/passwd\uFFFD\uFFFDgnp", names[0]);
        Assert.InRange(names[1].Length, 200, 300);
    }

    [Fact]
    public void Entries_that_are_not_read_are_told()
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];
        Assert.Equal(ExtractionState.Unsupported, Extracting.Find(Zipping.Zip(("a.png", png))).Result.State);
        var mixed = Extracting.Find(Zipping.Zip(("a.png", png), ("b", Zipping.Text("needle")))).Result;
        Assert.Equal(ExtractionState.Partial, mixed.State);
        Assert.Equal("1 of 2 entries could not be read fully. The first, a.png: This is a PNG image that says nothing of itself; what it shows is not read.", mixed.Reason);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var bytes = Zipping.Text("needle");
        for (var i = 0; i < 7; i++)
        {
            bytes = Zipping.Zip(($"{i}.zip", bytes));
            var (result, sink) = Extracting.Find(bytes, "needle");
            Assert.Equal(i < 5 ? ExtractionState.Scanned : ExtractionState.Partial, result.State);
            Assert.Equal(i < 5 ? 1 : 0, sink.Found.Count);
            Assert.Equal(i >= 5, result.Reason?.Contains("more than 5 deep") ?? false);
        }
    }

    [Fact]
    public void Entries_are_bounded_over_all_levels()
    {
        var inner = Zipping.Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}", Zipping.Text("needle")))]);
        var zip = Zipping.Zip(("a.zip", inner), ("b.zip", inner));
        var sink = new RecordingSink("needle");
        var result = Extracting.Read(zip, sink, Limits with { Entries = 40 });
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Equal("Only the first 40 entries were read: the archive has more.", result.Reason);
        Assert.Equal(38, sink.Found.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_decompresses_without_end_is_stopped(bool zip)
    {
        var zeros = Zipping.Text(new string(' ', 50_000_000));
        var bytes = zip ? Zipping.Zip(("a", zeros), ("b", Zipping.Text("needle"))) : Zipping.Gzip(zeros);
        var sink = new RecordingSink { Keeps = false };
        var result = Extracting.Read(bytes, sink);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("more than 200 times its size", result.Reason);
        Assert.InRange(sink.Written, 1_000_000, 4_000_000);
    }

    [Fact]
    public void Decompressed_bytes_are_bounded()
    {
        var part = Zipping.Text(Convert.ToBase64String(Enumerable.Range(0, 90_000).Select(i => (byte)(i * i)).ToArray()));
        var sink = new RecordingSink { Keeps = false };
        var result = Extracting.Read(Zipping.Zip(("a", part), ("b", part), ("c", part)), sink, Limits with { DecompressedBytes = 200_000 });
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("200,000 decompressed bytes", result.Reason);
        Assert.InRange(sink.Written, 100_000, 200_000);
    }

    [Fact]
    public void Overlapping_entries_are_not_read()
    {
        var zip = Zipping.Zip(CompressionLevel.NoCompression, [.. Enumerable.Range(0, 3).Select(i => ($"{i}", Zipping.Text("needle")))]);
        var central = Zipping.Next(zip, "PK\u0001\u0002", 0);
        var second = Zipping.Next(zip, "PK\u0001\u0002", central + 1);
        var third = Zipping.Next(zip, "PK\u0001\u0002", second + 1);
        zip.AsSpan(second + 42, 4).CopyTo(zip.AsSpan(third + 42));
        var result = Extracting.Find(zip, "needle").Result;
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("overlaps", result.Reason);
    }

    [Fact]
    public void Archives_cut_short_say_so()
    {
        var gzip = Zipping.Gzip(Convert.ToBase64String(Enumerable.Range(0, 90_000).Select(i => (byte)(i * i)).ToArray()));
        var half = Extracting.Find(gzip[..(gzip.Length / 2)]).Result;
        Assert.Equal(ExtractionState.Partial, half.State);
        Assert.Contains("damaged", half.Reason);
        var header = Extracting.Find(gzip[..9]).Result;
        Assert.Equal(ExtractionState.Failed, header.State);
        var zip = Zipping.Zip(("a", Zipping.Text("needle")));
        Assert.Equal(ExtractionState.Failed, Extracting.Find(zip[..^10]).Result.State);
        Assert.Equal(ExtractionState.Failed, Extracting.Find([0x1F, 0x8B, 8, .. "no gzip at all"u8]).Result.State);
    }

    [Fact]
    public void Other_bytes_after_a_gzip_stream_are_told()
    {
        byte[] bytes = [.. Zipping.Gzip("needle"), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var (result, sink) = Extracting.Find(bytes, "needle");
        Assert.Equal((ExtractionState.Partial, "needle"), (result.State, Assert.Single(sink.Segments)));
        Assert.Contains("followed by other bytes", result.Reason);
    }

    [Fact]
    public void A_gzip_stream_cut_anywhere_is_never_called_whole()
    {
        var text = Convert.ToBase64String(Enumerable.Range(0, 300).Select(i => (byte)(i * i)).ToArray());
        byte[] gzip = [.. Zipping.Gzip(text), .. Zipping.Gzip("second")];
        Assert.Equal(text + "second", Assert.Single(Extracting.Find(gzip).Sink.Segments));
        for (var length = 3; length < gzip.Length; length++)
        {
            var state = Extracting.Find(gzip[..length]).Result.State;
            Assert.Equal(length == Zipping.Gzip(text).Length ? ExtractionState.Scanned : state, state);
            Assert.True(length == Zipping.Gzip(text).Length || state is ExtractionState.Partial or ExtractionState.Failed, $"{length}: {state}");
        }
    }
}

using System.Formats.Tar;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class TarAndSevenZipTests
{
    private static readonly string LongName = string.Join('/', Enumerable.Repeat("folder-with-a-long-name", 9)) + "/x.txt";

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Pax)]
    public void Tar_entries_are_read_with_their_names_as_they_stream(TarEntryFormat format)
    {
        var longest = format is TarEntryFormat.V7 or TarEntryFormat.Ustar ? "short.txt" : LongName;
        var tar = MadeFiles.Tar(format, ("a/one.csv", Zipping.Text("id,mail\n1,needle\n")), (longest, Zipping.Text("needle")), ("b.gz", Zipping.Gzip("the needle")), ("none", []));
        foreach (var most in new[] { 7, int.MaxValue })
        {
            var sink = new RecordingSink("needle");
            var result = Extracting.Read(tar, sink, seekable: false, most: most);
            Assert.Equal((ExtractionState.Scanned, "tar"), (result.State, result.Kind));
            Assert.Equal(["a/one.csv", longest, "b.gz"], sink.Found.Select(found => found.Location.Entry));
            Assert.Equal("mail", sink.Found[0].Key);
        }
    }

    [Fact]
    public void A_tar_in_gzip_in_a_zip_is_read()
    {
        var zip = Zipping.Zip(("x.tar.gz", Zipping.Gzip(MadeFiles.Tar(TarEntryFormat.Pax, ("y.txt", Zipping.Text("needle"))))));
        var (result, sink) = Extracting.Find(zip, "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal("x.tar.gz!/y.txt", Assert.Single(sink.Found).Location.Entry);
    }

    [Fact]
    public void A_tar_cut_short_or_damaged_gives_what_stands_before()
    {
        var tar = MadeFiles.Tar(TarEntryFormat.Ustar, ("a.txt", Zipping.Text("needle")), ("b.txt", Zipping.Text(new string('x', 2000))));
        var (cut, first) = Extracting.Find(tar[..2500], "needle");
        Assert.Equal(ExtractionState.Partial, cut.State);
        Assert.Contains("cut short", cut.Reason);
        Assert.Single(first.Found);
        tar[1024 + 3] ^= 1;
        var (damaged, second) = Extracting.Find(tar, "needle");
        Assert.Equal(ExtractionState.Partial, damaged.State);
        Assert.Single(second.Found);
    }

    [Fact]
    public void Entries_of_a_tar_are_bounded()
    {
        var tar = MadeFiles.Tar(TarEntryFormat.Ustar, [.. Enumerable.Range(0, 30).Select(i => ($"{i}", Zipping.Text("needle")))]);
        var sink = new RecordingSink("needle");
        var result = Extracting.Read(tar, sink, ExtractionLimits.Default with { Entries = 10 });
        Assert.Equal((ExtractionState.Partial, 10), (result.State, sink.Found.Count));
        Assert.Contains("first 10 entries", result.Reason);
    }

    [Theory]
    [InlineData("7z-lzma2", 2)]
    [InlineData("7z-lzma", 2)]
    [InlineData("7z-deflate", 2)]
    [InlineData("7z-copy", 1)]
    public void Entries_of_7z_are_read_solid_or_not(string name, int found)
    {
        foreach (var seekable in new[] { true, false })
        {
            var sink = new RecordingSink("needle");
            var result = Extracting.Read(ToolMadeFiles.Get(name), sink, seekable: seekable);
            Assert.Equal((ExtractionState.Scanned, "7z"), (result.State, result.Kind));
            Assert.Equal(found, sink.Found.Count);
            Assert.Equal(("b.csv", "card", "rows[1].card"), (sink.Found[^1].Location.Entry, sink.Found[^1].Key, sink.Found[^1].Location.Path));
        }
    }

    [Fact]
    public void Passwords_and_methods_of_7z_that_are_not_read_are_told()
    {
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(ToolMadeFiles.Get("7z-password")).Result.State);
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(ToolMadeFiles.Get("7z-hidden")).Result.State);
        var unread = Extracting.Find(ToolMadeFiles.Get("7z-ppmd")).Result;
        Assert.Equal(ExtractionState.Unsupported, unread.State);
        Assert.Contains("PPMd", unread.Reason);
    }

    [Fact]
    public void A_7z_cut_anywhere_is_never_called_whole()
    {
        var whole = ToolMadeFiles.Get("7z-lzma2");
        for (var length = 6; length < whole.Length; length++)
        {
            Assert.True(Extracting.Find(whole[..length]).Result.State is ExtractionState.Failed or ExtractionState.Partial, $"{length}");
        }
    }

    [Fact]
    public void A_rar_is_named()
    {
        var result = Extracting.Find([.. "Rar!"u8, 0x1A, 0x07, 0x01, 0x00, 1, 2, 3]).Result;
        Assert.Equal((ExtractionState.Unsupported, "rar"), (result.State, result.Kind));
        Assert.Contains("RAR", result.Reason);
    }
}

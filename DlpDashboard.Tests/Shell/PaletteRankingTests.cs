using DlpDashboard.Shell.Palette;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Tests.Shell;

public sealed class PaletteRankingTests
{
    private static readonly PaletteEntry[] Lines =
    [
        Line("Overview"), Line("Findings", "sensitive data"), Line("Endpoints", "buckets storage connections"), Line("Scans"),
        Line("Start new scan", "run"), Line("Detectors"), Line("Add endpoint", "bucket"),
    ];

    [Theory]
    [InlineData("fin", "Findings")]
    [InlineData("SCAN", "Scans")]
    [InlineData("new scan", "Start new scan")]
    [InlineData("sns", "Start new scan")]
    [InlineData("bucket add", "Add endpoint")]
    [InlineData("sensitive", "Findings")]
    [InlineData("detctrs", "Detectors")]
    public void The_best_line_stands_first(string text, string title) => Assert.Equal(title, PaletteRanking.Best(Lines, text)[0].Title);

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("findings xyzzy")]
    [InlineData("\u0000")]
    [InlineData("🪣🪣🪣")]
    public void What_fits_nothing_finds_nothing(string text) => Assert.Empty(PaletteRanking.Best(Lines, text));

    [Fact]
    public void Nothing_written_keeps_the_order() => Assert.Equal(Lines, PaletteRanking.Best(Lines, "  "));

    [Fact]
    public void The_list_stays_short() => Assert.Equal(12, PaletteRanking.Best(Enumerable.Range(0, 500).Select(at => Line($"Scan {at}")), "scan").Count);

    private static PaletteEntry Line(string title, string keywords = "") => new(title, "", "/" + title, null) { Keywords = keywords };
}

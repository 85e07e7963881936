using DlpDashboard.Kernel;

namespace DlpDashboard.Tests.Web;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" edge", "\" edge\"")]
    [InlineData("a;b", "\"a;b\"")]
    public void Cells_are_quoted_where_they_must_be(string? value, string expected) => Assert.Equal(expected, CsvText.Cell(value));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@import", "'@import")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    public void Cells_that_a_spreadsheet_would_run_are_text(string value, string expected) => Assert.Equal(expected, CsvText.Cell(value));

    [Theory]
    [InlineData("-5")]
    [InlineData("-5.25")]
    [InlineData("+12")]
    public void Signed_numbers_stay_numbers(string value) => Assert.Equal(value, CsvText.Cell(value));

    [Fact]
    public void A_row_is_its_cells_between_commas() => Assert.Equal("a,,\"b,c\"", CsvText.Row(["a", null, "b,c"]));
}

using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Text;
using DlpDashboard.Tests.Detection;

namespace DlpDashboard.Tests.Extraction;

/// <summary>How the kind of a file moves a number that its check digits alone speak for.</summary>
public sealed class FileKindTests
{
    private const string Card = "4556737586899855";

    private static readonly DetectionEngine Low = DetectionEngine.Create(["payment-card", "iban"], floor: Likelihood.VeryUnlikely);

    private static readonly string Code = string.Concat(Enumerable.Range(0, 30).Select(line => string.Create(CultureInfo.InvariantCulture, $"    total{line} = next(total{line}, {line});\n")));

    [Theory]
    [InlineData("use strict;\nlet a = 1;\nfunction b() {\n  return a;\n}\nb();\nb();\n", true)]
    [InlineData("import os\nfrom sys import path\n\ndef read(name):\n    # why\n    return open(name)\n\nclass Reader:\n    def go(self):\n        return 1\n", true)]
    [InlineData("Dear all,\nplease find the minutes;\nthey are short.\nWe met on Monday and\nwill meet again.\nRegards\n", false)]
    [InlineData("2024-01-15 10:00:00 INFO started;\n2024-01-15 10:00:01 INFO read 5 rows\n2024-01-15 10:00:02 INFO done\n2024-01-15 INFO a\n2024-01-15 INFO b\n2024-01-15 INFO c\n", false)]
    [InlineData("INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nINSERT INTO a VALUES (3);\nINSERT INTO a VALUES (4);\nINSERT INTO a VALUES (5);\nINSERT INTO a VALUES (6);\n", false)]
    [InlineData("", false)]
    [InlineData("a;", false)]
    [InlineData("\n\n\n\n\n\n\n", false)]
    public void Code_is_told_by_its_lines(string text, bool isCode) => Assert.Equal(isCode, CodeSniffer.IsCode(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Minified_code_is_told_by_its_signs_and_one_long_line_of_words_or_numbers_is_none()
    {
        Assert.True(CodeSniffer.IsCode(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("function a(b,c){return b[c]||(b[c]={})}", 200)))));
        Assert.False(CodeSniffer.IsCode(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("the committee met again in the spring, ", 200)))));
        Assert.False(CodeSniffer.IsCode(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("12,5,4711;", 800)))));
        Assert.False(CodeSniffer.IsCode([.. Enumerable.Range(0, 20_000).Select(value => (byte)(value * 7919))]));
    }

    [Fact]
    public void A_bare_card_loses_in_code_and_one_that_is_named_does_not()
    {
        Assert.Equal("payment-card 0.35 checksum,issuer,file-kind", Only(Code + $"check({Card}, 5);\n" + Code));
        Assert.DoesNotContain("file-kind", Only(Code + $"var creditCard = {Card};\n" + Code), StringComparison.Ordinal);
        Assert.DoesNotContain("file-kind", Only(Code + "check(\"GB82WEST12345698765432\");\n" + Code), StringComparison.Ordinal);
        Assert.Equal("payment-card 0.5 checksum,issuer", Only($"They talked about {Card} over and over.\n"));
    }

    [Fact]
    public void A_bare_card_gains_a_little_in_rows_of_data()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},item {row},{(row == 9 ? Card : "none")}\n")));
        Assert.Equal("payment-card 0.55 checksum,issuer,file-kind", Only("nr,what,reference\n" + rows));
        Assert.Equal("payment-card 0.55 checksum,issuer,file-kind", Only($"{{\"a\":1,\"ref\":\"x\"}}\n{{\"a\":2,\"ref\":\"{Card}\"}}\n{{\"a\":3,\"ref\":\"y\"}}\n"));
    }

    [Fact]
    public void Code_stays_code_to_its_end_however_long_it_is()
    {
        var text = new StringBuilder();
        while (text.Length < 700_000)
        {
            text.Append(Code);
        }

        Assert.Equal("payment-card 0.35 checksum,issuer,file-kind", Only(text.Append(CultureInfo.InvariantCulture, $"check({Card}, 5);\n").ToString()));
    }

    private static string Only(string text)
    {
        var sink = new Collected();
        using var scanner = Low.CreateScanner(sink);
        Extracting.Read(Encoding.UTF8.GetBytes(text), scanner);
        var line = Assert.Single(sink.Lines).Split(' ');
        return $"{line[0]} {Math.Round(double.Parse(line[2], CultureInfo.InvariantCulture), 2).ToString(CultureInfo.InvariantCulture)} {line[3]}";
    }
}

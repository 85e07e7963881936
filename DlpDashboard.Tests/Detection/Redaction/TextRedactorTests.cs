using System.Text;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detection.Redaction;

namespace DlpDashboard.Tests.Detection.Redaction;

public sealed class TextRedactorTests
{
    private const string Card = "4539 1488 0343 6467";

    [Theory]
    [InlineData(RedactionMode.Mask, "my card 4539********6467, thanks")]
    [InlineData(RedactionMode.Replace, "my card [PAYMENT-CARD], thanks")]
    [InlineData(RedactionMode.Remove, "my card , thanks")]
    public void A_value_is_exchanged_and_the_rest_stays(RedactionMode mode, string expected) => Assert.Equal(expected, Redacting.Text($"my card {Card}, thanks", mode));

    [Fact]
    public void A_hash_names_the_kind_and_is_the_same_for_the_same_value_however_it_is_written()
    {
        var first = Redacting.Text($"card {Card}", RedactionMode.Hash);
        Assert.Matches(@"^card \[PAYMENT-CARD:[a-p]{16}\]$", first);
        Assert.Equal(first, Redacting.Text("card 4539-1488-0343-6467", RedactionMode.Hash));
        Assert.NotEqual(first, Redacting.Text("card 4556 7375 8689 9855", RedactionMode.Hash));
        Assert.NotEqual(first, TextRedactor.Redact(Redacting.Usual, new RedactionChoice(RedactionMode.Hash, new byte[32]), $"card {Card}"));
    }

    [Fact]
    public void A_key_too_short_is_refused_where_one_is_needed()
    {
        Assert.Throws<ArgumentException>(() => TextRedactor.Redact(Redacting.Usual, new RedactionChoice(RedactionMode.Hash, new byte[15]), "x"));
        Assert.Throws<ArgumentException>(() => TextRedactor.Redact(Redacting.Usual, new RedactionChoice(RedactionMode.Surrogate), "x"));
        Assert.Equal("x", TextRedactor.Redact(Redacting.Usual, new RedactionChoice(RedactionMode.Mask), "x"));
    }

    [Theory]
    [InlineData(RedactionMode.Mask)]
    [InlineData(RedactionMode.Hash)]
    [InlineData(RedactionMode.Remove)]
    [InlineData(RedactionMode.Surrogate)]
    public void Any_cut_of_the_stream_gives_the_same_text(RedactionMode mode)
    {
        var text = BenchCorpus.Make("mixed", 350_000);
        var choice = new RedactionChoice(mode, Redacting.Key);
        var whole = Redacting.Stream(text, choice, _ => int.MaxValue);
        Assert.Equal(whole, Redacting.Stream(text, choice, at => 1 + (at * 7919 % 5000)));
        Assert.Equal(whole, Redacting.Stream(text, choice, at => at == 0 ? 98_303 : 7));
        Assert.NotEqual(text, whole);
    }

    [Fact]
    public void Outside_the_values_every_byte_stays()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. "caf\u00e9\r\nmail ana.lopez@bluewater.io\r\n\0\t"u8, 0xFF, 0xC3, .. "\n\r end"u8, 0xE2, 0x82];
        byte[] expected = [0xEF, 0xBB, 0xBF, .. "caf\u00e9\r\nmail [EMAIL]\r\n\0\t"u8, 0xFF, 0xC3, .. "\n\r end"u8, 0xE2, 0x82];
        Assert.Equal(expected, Redacting.Stream(text, new RedactionChoice(RedactionMode.Replace), _ => 3));
        var binary = BenchCorpus.Make("binary", 300_000);
        Assert.InRange(Redacting.Stream(binary, new RedactionChoice(RedactionMode.Replace), at => 1 + (at % 4096)).Length, 299_000, 301_000);
        Assert.Empty(Redacting.Stream([], new RedactionChoice(RedactionMode.Mask), _ => 1));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_stream()
    {
        var text = BenchCorpus.Make("dense", 1_000_000);
        using var redactor = new TextRedactor(Redacting.Usual, new RedactionChoice(RedactionMode.Mask));
        var output = new System.Buffers.ArrayBufferWriter<byte>(1_000_000);
        for (var time = 0; time < 12; time++)
        {
            for (var at = 0; at < text.Length; at += 10_000)
            {
                redactor.Write(text.AsSpan(at, Math.Min(10_000, text.Length - at)), output);
                output.Clear();
            }
        }

        redactor.End(output);
        Assert.True(redactor.Redacted > 12_000);
        Assert.True(redactor.Held < 3_000_000, $"{redactor.Held} bytes held");
    }

    [Fact]
    public void Values_that_overlap_become_one()
    {
        var rule = new CustomRule { Id = "custom-card-line", Name = "Line", Kind = CustomKind.Pattern, Pattern = "paid [0-9 ]{10,30} euro", Likelihood = Likelihood.Likely };
        var set = DetectorSet.Create(new DetectorChoice { Rules = [rule] });
        Assert.Equal("we [CUSTOM-CARD-LINE] today", TextRedactor.Redact(set, new RedactionChoice(RedactionMode.Replace), $"we paid {Card} euro today"));
    }

    [Fact]
    public void Words_that_replace_values_do_not_make_their_neighbours_found()
    {
        var text = "ssn 536-22-1947\n536-22-1948\n536-22-1949\n";
        var redacted = Redacting.Text(text, RedactionMode.Replace);
        Assert.Empty(new TextInspector(DetectionEngine.Create()).Inspect(redacted));
    }
}

using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class EncodingTests
{
    private const string Russian = "Уважаемый клиент, номер вашей карты указан в договоре. Паспорт выдан в Москве.";
    private const string Polish = "Zażółć gęślą jaźń, numer konta został zmieniony. Imię i nazwisko właściciela.";
    private const string German = "Größe und Übermut: die Straße führt über Köln, Düsseldorf und Münster.";
    private const string Greek = "Αγαπητέ πελάτη, ο αριθμός της κάρτας σας βρίσκεται στο συμβόλαιο.";
    private const string Hebrew = "לקוח יקר, מספר הכרטיס שלך מופיע בחוזה שנשלח אליך אתמול.";
    private const string Arabic = "عزيزي العميل، رقم بطاقتك موجود في العقد المرسل إليك أمس.";
    private const string Japanese = "お客様のカード番号は契約書に記載されています。東京都千代田区。電話番号をご確認ください。";
    private const string Chinese = "尊敬的客户,您的卡号已写在合同中。请确认您的电话号码和身份证号码。";
    private const string Taiwanese = "親愛的客戶,您的卡號已寫在合約中。請確認您的電話號碼和身分證號碼。";
    private const string Korean = "고객님의 카드 번호는 계약서에 기재되어 있습니다. 전화번호를 확인해 주십시오.";

    [Theory]
    [InlineData(1251, Russian)]
    [InlineData(20866, Russian)]
    [InlineData(28595, Russian)]
    [InlineData(866, Russian)]
    [InlineData(1250, Polish)]
    [InlineData(28592, Polish)]
    [InlineData(1252, German)]
    [InlineData(28591, German)]
    [InlineData(1253, Greek)]
    [InlineData(1255, Hebrew)]
    [InlineData(1256, Arabic)]
    [InlineData(932, Japanese)]
    [InlineData(51932, Japanese)]
    [InlineData(50220, Japanese)]
    [InlineData(936, Chinese)]
    [InlineData(54936, Chinese)]
    [InlineData(950, Taiwanese)]
    [InlineData(949, Korean)]
    [InlineData(12000, Russian)]
    [InlineData(12001, Japanese)]
    [InlineData(1200, Greek)]
    public void Text_is_read_in_the_encoding_it_is_written_in(int page, string words)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        var text = $"no: 17\r\n{words}\r\nneedle 4111\r\n{words}\r\n";
        var (result, sink) = Extracting.Find(encoding.GetBytes(text), "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal(text, Assert.Single(sink.Segments));
        Assert.Equal((3, 1), (sink.Found[0].Location.Line, sink.Found[0].Location.Column));
    }

    [Fact]
    public void Ebcdic_is_read()
    {
        var text = "CUSTOMER NAME ANNA SMITH CARD 4111111111111111 and some words in small letters, a needle";
        var (_, sink) = Extracting.Find(CodePagesEncodingProvider.Instance.GetEncoding(37)!.GetBytes(text), "needle");
        Assert.Equal(text, Assert.Single(sink.Segments));
    }

    [Fact]
    public void Utf8_with_a_broken_character_stays_utf8()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(Chinese + "\nneedle "), 0xE5, 0x20, .. Encoding.UTF8.GetBytes(Russian)];
        var segment = Assert.Single(Extracting.Find(text).Sink.Segments);
        Assert.StartsWith(Chinese + "\nneedle \uFFFD " + Russian, segment);
    }

    [Fact]
    public void A_later_block_tells_the_encoding_too()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n")) + string.Concat(Enumerable.Repeat(Japanese + "\n", 4_000)) + "needle";
        var (_, sink) = Extracting.Find(encoding.GetBytes(text), "needle");
        Assert.Equal(text, Assert.Single(sink.Segments));
        Assert.Equal(24_001, Assert.Single(sink.Found).Location.Line);
    }

    [Theory]
    [InlineData("a word caf\u00E9 in it")]
    [InlineData("5 \u00A3, 20 \u00B0C and \u00A9 2026")]
    [InlineData("\u201Cquoted\u201D \u2013 it\u2019s fine\u2026")]
    [InlineData("Ni\u00F1o, a\u00F1o, S\u00E3o Jos\u00E9, cora\u00E7\u00E3o, gar\u00E7on, \u00EEle, \u00C9TAT")]
    public void Few_western_letters_are_western(string text) =>
        Assert.Equal(text, Assert.Single(Extracting.Find(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)).Sink.Segments));
}

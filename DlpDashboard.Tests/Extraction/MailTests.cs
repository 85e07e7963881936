using System.Globalization;
using System.Text;
using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Mail;
using static DlpDashboard.Tests.Extraction.OfficeTests;

namespace DlpDashboard.Tests.Extraction;

public sealed class MailTests
{
    private const string Head = "From: sender@example.com\r\nTo: to@example.com\r\nSubject: subjected\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void Fields_of_the_head_are_keys_and_the_body_has_lines()
    {
        var (result, sink) = Extracting.Find(Head + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nfirst\r\nn=65e=\r\ndle M=FCller\r\n", "sender@", "subjected", "needle", "Müller");
        Assert.Equal((ExtractionState.Scanned, "eml", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(("From", "header From"), PlaceOf(sink, "sender@"));
        Assert.Equal(("Subject", "header Subject"), PlaceOf(sink, "subjected"));
        Assert.Equal(("", "body line 2"), PlaceOf(sink, "needle"));
        Assert.Equal("body line 2", PathOf(sink, "Müller"));
    }

    [Fact]
    public void Parts_are_undone_and_named()
    {
        var zip = Convert.ToBase64String(Zipping.Zip(("in.csv", Zipping.Text("name,card\nA,zipped\n")))).Chunk(60).Select(line => new string(line));
        var message = Head + "Content-Type: multipart/mixed; boundary=\"outer b\"\r\n\r\nhidden before\r\n--outer b\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n\r\nplain\r\n--inner\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String([.. "<p>html "u8, 0xCF, .. "</p>"u8]) + "\r\n--inner--\r\nbetween\r\n--outer b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename*0*=utf-8''d%C3%A4; filename*1=ta.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + string.Join("\r\n", zip) + "\r\n--outer b\r\nContent-Type: message/rfc822\r\n\r\n" + Head + "\r\nneedle\r\n--outer b--\r\nhidden behind\r\n";
        var (result, sink) = Extracting.Find(message, "hidden before", "plain", "html П", "between", "zipped", "needle", "hidden behind");
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.Equal(
            [("hidden before", null), ("plain", null), ("html П", "body.html"), ("between", null), ("zipped", "däta.zip!/in.csv"), ("needle", "message.eml"), ("hidden behind", null)],
            sink.Found.Select(f => (f.Word, f.Location.Entry)));
        Assert.Equal(("card", "rows[1].card"), PlaceOf(sink, "zipped"));
        Assert.Equal("body line 1", PathOf(sink, "needle"));
    }

    [Fact]
    public void A_mailbox_is_read_message_by_message()
    {
        const string Separator = "From sender@example.com Thu Jan  1 00:00:00 1970\n";
        var head = Head.Replace("\r\n", "\n");
        var (result, sink) = Extracting.Find(
            $"{Separator}{head}\none\nFrom here it is no border\n\n{Separator}{head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntwo needle\n\n{Separator}{head}\nthree\n", "one", "needle", "three", "no border");
        Assert.Equal((ExtractionState.Scanned, "mbox"), (result.State, result.Kind));
        Assert.Equal("message 1 body line 1", PathOf(sink, "one"));
        Assert.Equal("message 1 body line 2", PathOf(sink, "no border"));
        Assert.Equal("message 2 body line 1", PathOf(sink, "needle"));
        Assert.Equal("message 3 body line 1", PathOf(sink, "three"));
    }

    [Theory]
    [InlineData("=?utf-8?Q?M=C3=BCl?= =?utf-8?B?bGVy?= tail", "Müller tail")]
    [InlineData("=?iso-8859-1?q?a_b=FC?=", "a bü")]
    [InlineData("plain =?utf-8?X?no?= =?broken", "plain =?utf-8?X?no?= =?broken")]
    [InlineData("=?koi8-r?B?8A==?=", "П")]
    public void Encoded_words_are_decoded(string field, string text) => Assert.Equal(text, MimeHeader.Decode(field));

    [Theory]
    [InlineData("a/b; name=\"x; \\\"y\\\".txt\"", "x; \"y\".txt")]
    [InlineData("a/b; name*=utf-8''%E2%82%AC.txt; other=1", "€.txt")]
    [InlineData("a/b; other=1;name = bare ", "bare")]
    [InlineData("a/b; name==?utf-8?Q?=C3=BC?=", "ü")]
    [InlineData("a/b", null)]
    public void Parameters_are_put_together(string field, string? name) => Assert.Equal(name, MimeHeader.Parameter(field, "name"));

    [Theory]
    [InlineData("From: a\nTo: b\nSubject: c\n\nbody", "eml")]
    [InlineData("Received: x\n\ty\nDate: z\nFrom: a\n", "eml")]
    [InlineData("From: a\nTo: b\nSubject: c\n", null)]
    [InlineData("name: a\nage: b\ncard: c\n\n", null)]
    [InlineData("From here we go\nTo: b\n\n", null)]
    [InlineData("From: a\nno field\nSubject: c\nTo: d\n\n", null)]
    public void Mail_is_told_by_its_head(string text, string? kind) => Assert.Equal(kind, MailSniffer.Detect(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Hostile_messages_end()
    {
        var nested = new StringBuilder(Head);
        for (var i = 0; i < 2000; i++)
        {
            nested.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        Assert.Single(Extracting.Find(nested + "\r\nneedle", "needle").Sink.Found);
        Assert.Single(Extracting.Find(Head + "X: " + new string('x', 3_000_000) + "\r\n\r\nneedle", "needle").Sink.Found);
        Assert.Single(Extracting.Find(Head + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\nneedle", "needle").Sink.Found);
        var message = Head + "Content-Type: message/rfc822\r\n\r\n";
        Assert.Equal(ExtractionState.Partial, Extracting.Find(string.Concat(Enumerable.Repeat(message, 50)) + "\r\nneedle").Result.State);
        Assert.Equal(ExtractionState.Partial, Extracting.Find(Head + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA").Result.State);
    }

    [Fact]
    public void Rtf_gives_its_words_and_leaves_out_what_are_none()
    {
        var rtf = @"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil fontname;}{\f1\fcharset204 Cyr;}}{\colortbl;\red0;}{\*\generator tool;}{\info{\author writer}}{\header headed\par}"
            + @"\pard nee\b d\b0 le M\'fcller \u8364?x {\f1\'cf}\par {\field{\*\fldinst HYPERLINK ""mailto:linked@example.com""}{\fldrslt shown}}{\pict\bin5 }}}}} 00ff}\cell two\row\uc2\u-10179??\u-8704?? end\}\par {\*\unknown left out}}";
        var (result, sink) = Extracting.Find(rtf, "needle", "linked@", "writer", "headed", "shown");
        Assert.Equal((ExtractionState.Scanned, "rtf", null), (result.State, result.Kind, result.Reason));
        var text = Assert.Single(sink.Segments);
        Assert.Contains("needle Müller €x П\n", text);
        Assert.Contains("shown\ttwo\n", text);
        Assert.Contains("😀 end}\n", text);
        Assert.Equal(5, sink.Found.Count);
        Assert.DoesNotContain("fontname", text);
        Assert.DoesNotContain("left out", text);
        Assert.DoesNotContain("00ff", text);
    }

    [Fact]
    public void Damaged_rtf_and_objects_in_it_are_told()
    {
        Assert.Equal(ExtractionState.Partial, Extracting.Find(@"{\rtf1 needle").Result.State);
        Assert.Equal(ExtractionState.Partial, Extracting.Find(@"{\rtf1{\object{\*\objdata 0105}}}").Result.State);
        var (result, sink) = Extracting.Find(@"{\rtf1" + new string('{', 1_000_000) + " needle" + new string('}', 1_000_001), "needle");
        Assert.Equal((ExtractionState.Scanned, 1), (result.State, sink.Found.Count));
    }
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Pdf;
using DlpDashboard.Extraction.Pdf.Filters;

namespace DlpDashboard.Tests.Extraction;

public sealed class PdfHostileTests
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    [Fact]
    public void A_file_without_a_table_is_read_by_its_objects_and_called_damaged()
    {
        var whole = PdfMaking.Pages(PdfMaking.Lines("one"), PdfMaking.Lines("two"));
        var shifted = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(whole.ToBytes()).Replace("%PDF-1.7\n", "%PDF-1.7\n%moved\n", StringComparison.Ordinal));
        foreach (var bytes in new[] { whole.ToBytesWithoutTable(), shifted, whole.ToCompressedBytes()[..^40], whole.ToBytes("")[..^20] })
        {
            var (result, sink) = Extracting.Find(bytes);
            Assert.Equal(["one\n", "two\n"], sink.Segments);
            Assert.Equal(ExtractionState.Partial, result.State);
            Assert.StartsWith("The PDF is damaged", result.Reason);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5_000_000)]
    public void Lengths_that_lie_are_not_believed(int length)
    {
        var content = Encoding.Latin1.GetBytes(PdfMaking.Lines("needle"));
        var pdf = PdfMaking.Pages("").AddStream(11, "", content, length);
        Assert.Equal("needle\n", Assert.Single(Extracting.Find(pdf.ToBytes()).Sink.Segments));
    }

    [Fact]
    public void Trees_that_lead_back_to_themselves_end()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("page"));
        pdf.Add(2, "<< /Type /Pages /Kids [2 0 R 10 0 R 10 0 R 5 0 R] >>");
        pdf.Add(5, "<< /Type /Pages /Kids [2 0 R 6 0 R] >>");
        pdf.Add(6, "6 0 R");
        Assert.Equal("page\n", Assert.Single(Extracting.Find(pdf.ToBytes()).Sink.Segments));
    }

    [Fact]
    public void Forms_that_multiply_stop_at_the_work_allowed()
    {
        var pdf = PdfMaking.Pages("/X20 Do");
        pdf.Add(10, "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X20 20 0 R >> >> /Contents 11 0 R >>");
        for (var form = 20; form < 30; form++)
        {
            pdf.AddStream(form, $"/Subtype /Form /Resources << /XObject << /X{form + 1} {form + 1} 0 R >> >>", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"/X{form + 1} Do ", 100))));
        }

        pdf.AddStream(30, "/Subtype /Form", "BT ET "u8.ToArray());
        var clock = Stopwatch.StartNew();
        var result = Extracting.Find(pdf.ToBytes()).Result;
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("more work", result.Reason);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }

    [Fact]
    public void A_bomb_is_read_up_to_its_limit()
    {
        var bomb = PdfMaking.Deflate(new byte[64 * 1024 * 1024]);
        var pdf = PdfMaking.Pages(PdfMaking.Lines("page"), "").AddStream(13, "/Filter /FlateDecode", bomb);
        var (result, sink) = Extracting.Find(pdf.ToBytes());
        Assert.Equal((ExtractionState.Partial, "page\n"), (result.State, Assert.Single(sink.Segments)));
    }

    [Fact]
    public void Deep_arrays_and_open_strings_do_no_harm()
    {
        foreach (var junk in new[] { new string('[', 500_000), new string('(', 500_000), string.Concat(Enumerable.Repeat("<<", 300_000)), string.Concat(Enumerable.Repeat("<", 300_000)), string.Concat(Enumerable.Repeat("q ", 300_000)) })
        {
            var content = Encoding.ASCII.GetBytes(PdfMaking.Lines("before") + junk);
            var (result, sink) = Extracting.Find(PdfMaking.Pages("").AddStream(11, "", content).Add(4, junk).ToBytes());
            Assert.Equal("before\n", Assert.Single(sink.Segments));
            Assert.NotEqual(ExtractionState.Failed, result.State);
        }
    }

    [Fact]
    public void What_only_begins_like_a_pdf_is_damaged()
    {
        var (result, _) = Extracting.Find("%PDF-1.7\nthat was all\n");
        Assert.Equal((ExtractionState.Failed, "The PDF is damaged: no page can be found in it."), (result.State, result.Reason));
    }

    [Fact]
    public void Mutated_files_never_throw_or_hang()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("some text"), "BT /F1 12 Tf [(a) -300 (b)] TJ ET");
        byte[][] seeds = [pdf.ToBytes(), pdf.ToCompressedBytes(), pdf.ToBytesWithoutTable(), Locked(pdf, "V4").ToBytes()];
        var random = new Random(11);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = seeds[round % seeds.Length].ToArray();
            for (var changes = random.Next(1, 12); changes > 0; changes--)
            {
                bytes[random.Next(5, bytes.Length)] = (byte)(random.Next(3) == 0 ? "<>[]()/0R "u8[random.Next(10)] : random.Next(256));
            }

            var cut = random.Next(4) == 0 ? random.Next(6, bytes.Length) : bytes.Length;
            var result = Extracting.Read(bytes[..cut], new RecordingSink("e"));
            Assert.Equal("pdf", result.Kind);
        }
    }

    [Theory]
    [InlineData("V1")]
    [InlineData("V2")]
    [InlineData("V4")]
    [InlineData("V5")]
    [InlineData("V6")]
    public void Files_that_ask_for_no_password_are_decrypted(string version)
    {
        var pdf = Locked(PdfMaking.Pages(PdfMaking.Lines("a needle")), version);
        var (result, sink) = Extracting.Find(pdf.ToBytes());
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.Equal("a needle\n", Assert.Single(sink.Segments));
    }

    [Fact]
    public void Files_that_ask_for_a_password_are_called_encrypted()
    {
        var pdf = Locked(PdfMaking.Pages(PdfMaking.Lines("a needle")), "V2");
        pdf.Trailer = pdf.Trailer.Replace("/U <", "/U <00", StringComparison.Ordinal);
        var (result, sink) = Extracting.Find(pdf.ToBytes());
        Assert.Equal((ExtractionState.Encrypted, "The PDF is protected by a password."), (result.State, result.Reason));
        Assert.Empty(sink.Segments);
    }

    // Encrypts the content of page 1 with the empty user password, as ISO 32000-1, 7.6 says.
    [SuppressMessage("Security", "CA5351", Justification = "The format's own key derivation.")]
    internal static PdfMaking Locked(PdfMaking pdf, string version)
    {
        var (owner, id) = (Enumerable.Range(1, 32).Select(i => (byte)i).ToArray(), "0123456789abcdef"u8.ToArray());
        byte[] permissions = [0xFC, 0xFF, 0xFF, 0xFF];
        var content = Encoding.Latin1.GetBytes(PdfMaking.Lines("a needle"));
        using var aes = Aes.Create();
        var vector = new byte[16];
        if (version is "V5" or "V6")
        {
            var revision = version == "V5" ? 5 : 6;
            var (key, salts) = (Enumerable.Range(7, 32).Select(i => (byte)i).ToArray(), "validkeysalt----"u8.ToArray());
            byte[] user = [.. PdfSecurity.Hash([], salts.AsSpan(0, 8), revision), .. salts];
            aes.Key = PdfSecurity.Hash([], salts.AsSpan(8), revision);
            var wrapped = aes.EncryptCbc(key, vector, PaddingMode.None);
            aes.Key = key;
            pdf.AddStream(11, "", [.. vector, .. aes.EncryptCbc(content, vector)]);
            pdf.Trailer = $"/Encrypt << /Filter /Standard /V 5 /R {revision} /Length 256 /P -4 /O <{Convert.ToHexString(new byte[48])}> /U <{Convert.ToHexString(user)}> /UE <{Convert.ToHexString(wrapped)}> "
                + "/CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF >>";
            return pdf;
        }

        var (bytes, isFirst) = (version == "V1" ? 5 : 16, version == "V1");
        var file = MD5.HashData((byte[])[.. Padding, .. owner, .. permissions, .. id])[..bytes];
        for (var round = 0; round < 50 && !isFirst; round++)
        {
            file = MD5.HashData(file)[..bytes];
        }

        var proof = Rc4Stream.Apply(file, isFirst ? Padding : MD5.HashData((byte[])[.. Padding, .. id]));
        for (byte round = 1; round < 20 && !isFirst; round++)
        {
            proof = Rc4Stream.Apply(Array.ConvertAll(file, b => (byte)(b ^ round)), proof);
        }

        byte[] salt = version == "V4" ? [.. "sAlT"u8] : [];
        var own = MD5.HashData((byte[])[.. file, 11, 0, 0, 0, 0, .. salt])[..Math.Min(16, bytes + 5)];
        aes.Key = version == "V4" ? own : aes.Key;
        pdf.AddStream(11, "", version == "V4" ? [.. vector, .. aes.EncryptCbc(content, vector)] : Rc4Stream.Apply(own, content));
        var numbers = version switch { "V1" => "/V 1 /R 2", "V2" => "/V 2 /R 3 /Length 128", _ => "/V 4 /R 4 /Length 128 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF /StrF /StdCF" };
        pdf.Trailer = $"/ID [<{Convert.ToHexString(id)}> <00>] /Encrypt << /Filter /Standard {numbers} /P -4 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(proof).PadRight(64, '0')}> >>";
        return pdf;
    }
}

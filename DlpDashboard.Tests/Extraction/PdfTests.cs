using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class PdfTests
{
    [Fact]
    public void Each_page_is_a_segment_with_its_number()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("first page", "second line"), PdfMaking.Lines("a needle here"));
        foreach (var bytes in new[] { pdf.ToBytes(), pdf.ToCompressedBytes() })
        {
            var (result, sink) = Extracting.Find(bytes, "needle");
            Assert.Equal((ExtractionState.Scanned, "pdf"), (result.State, result.Kind));
            Assert.Equal(["first page\nsecond line\n", "a needle here\n"], sink.Segments);
            Assert.Equal("page 2", Assert.Single(sink.Found).Location.Path);
        }
    }

    [Theory]
    [InlineData("BT /F1 12 Tf 50 700 Td [(41) -20 (1111) 30 (11111) -80 (11111)] TJ ET", "4111111111111111\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td [(4111) -400 (1111) -400 (1111) -400 (1111)] TJ ET", "4111 1111 1111 1111\n")]
    [InlineData("BT /F1 12 Tf 120 700 Td (right) Tj ET BT /F1 12 Tf 50 700 Td (left) Tj ET", "left\tright\n")]
    [InlineData("BT /F1 12 Tf 50 680 Td (below) Tj ET BT /F1 12 Tf 50 700 Td (above) Tj ET", "above\nbelow\n")]
    [InlineData("BT /F1 12 Tf 14 TL 50 700 Td (one) Tj T* (two) Tj (three) ' ET", "one\ntwo\nthree\n")]
    [InlineData("BT /F1 1 Tf 12 0 0 12 50 700 Tm (big) Tj 12 0 0 12 74 700 Tm (word) Tj ET", "big word\n")]
    [InlineData("q 1 0 0 -1 0 800 cm BT /F1 12 Tf 1 0 0 -1 50 100 Tm (up) Tj ET BT /F1 12 Tf 1 0 0 -1 50 130 Tm (down) Tj ET Q", "up\ndown\n")]
    [InlineData("BT /F1 12 Tf 0 1 -1 0 50 100 Tm (turned) Tj ( text) Tj ET", "turned text\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td (bold) Tj ET BT /F1 12 Tf 50.3 700 Td (bold) Tj ET", "bold\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td (a\\(b\\)c \\101\\\\ \\\nd) Tj <20 41 4> Tj ET", "a(b)c A\\ d A@\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td /Span << /ActualText (meant) >> BDC (sh) Tj (own) Tj EMC ( and more) Tj ET", "meant and more\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td (before) Tj ET BI /W 2 /H 2 ID \u0001(EI(\u0002\u0003 EI BT /F1 12 Tf 50 680 Td (behind) Tj ET", "before\nbehind\n")]
    [InlineData("BT /F1 12 Tf 50 700 Td (caf\\351 \\200 \\223x\\224) Tj ET", "café € “x”\n")]
    public void What_is_shown_becomes_lines_words_and_columns(string content, string text) =>
        Assert.Equal(text, Assert.Single(Extracting.Find(PdfMaking.Pages(content).ToBytes()).Sink.Segments));

    [Fact]
    public void Digits_in_the_cells_of_a_form_are_one_number()
    {
        var content = string.Concat("4111111111111111".Select((digit, i) => $"BT /F1 10 Tf {50 + (14 * i)} 700 Td ({digit}) Tj ET\n"));
        Assert.Equal("4111111111111111\n", Assert.Single(Extracting.Find(PdfMaking.Pages(content).ToBytes()).Sink.Segments));
        var shifted = $"BT /F1 10 Tf 50 700 Td [{string.Concat("4111111111111111".Select(digit => $"({digit}) -900 "))}] TJ ET";
        Assert.Equal("4111111111111111\n", Assert.Single(Extracting.Find(PdfMaking.Pages(shifted).ToBytes()).Sink.Segments));
    }

    [Fact]
    public void A_value_broken_at_the_end_of_a_line_of_prose_is_whole()
    {
        var prose = PdfMaking.Lines("Please send the money to the account with the number DE89 3704", "0044 0532 0130 00 before the end of this month, or else", "nothing will come.");
        Assert.Contains("number DE89 3704 0044 0532 0130 00 before", Assert.Single(Extracting.Find(PdfMaking.Pages(prose).ToBytes()).Sink.Segments));
        var list = PdfMaking.Lines("4111 1111 1111 1111", "5500 0000 0000 0004");
        Assert.Equal("4111 1111 1111 1111\n5500 0000 0000 0004\n", Assert.Single(Extracting.Find(PdfMaking.Pages(list).ToBytes()).Sink.Segments));
    }

    [Theory]
    [InlineData("/ASCIIHexDecode", "hex")]
    [InlineData("/ASCII85Decode", "85")]
    [InlineData("/RunLengthDecode", "run")]
    [InlineData("/LZWDecode", "lzw")]
    [InlineData("[/ASCIIHexDecode /FlateDecode]", "both")]
    public void All_filters_of_text_are_undone(string filter, string coding)
    {
        var text = Encoding.Latin1.GetBytes(PdfMaking.Lines("some needle, some needle, some needle"));
        var coded = coding switch
        {
            "hex" => Encoding.ASCII.GetBytes(Convert.ToHexString(text) + ">"),
            "85" => Encoding.ASCII.GetBytes(To85(text) + "~>"),
            "run" => [.. text.Chunk(100).SelectMany(part => (byte[])[(byte)(part.Length - 1), .. part]), 257 - 3, (byte)' ', 128],
            "lzw" => ToLzw(text),
            _ => Encoding.ASCII.GetBytes(Convert.ToHexString(PdfMaking.Deflate(text)) + ">"),
        };
        var pdf = PdfMaking.Pages("").AddStream(11, $"/Filter {filter}", coded);
        var (result, sink) = Extracting.Find(pdf.ToBytes());
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal("some needle, some needle, some needle\n", Assert.Single(sink.Segments));
    }

    [Fact]
    public void Fonts_tell_text_by_their_maps_names_and_encodings()
    {
        var pdf = PdfMaking.Pages("BT /U 12 Tf 50 700 Td <000100020003> Tj ET BT /D 12 Tf 50 680 Td (abc) Tj ET BT /J 12 Tf 50 660 Td <82B382AD> Tj ET");
        pdf.Add(10, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /U 20 0 R /D 21 0 R /J 22 0 R >> >> /Contents 11 0 R >>");
        pdf.Add(20, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 30 0 R /DescendantFonts [<< /Subtype /CIDFontType2 /W [1 [500 500] 3 3 600] >>] >>");
        pdf.Add(21, "<< /Type /Font /Subtype /Type1 /Encoding << /Differences [97 /Zcaron /f_i /uni20AC] >> >>");
        pdf.Add(22, "<< /Type /Font /Subtype /Type0 /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Subtype /CIDFontType0 >>] >>");
        pdf.AddStream(30, "", Encoding.ASCII.GetBytes(
            "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <00480065> endbfchar 1 beginbfrange <0002> <0003> <006C> endbfrange"));
        Assert.Equal("Helm\nŽfi€\nさく\n", Assert.Single(Extracting.Find(pdf.ToBytes()).Sink.Segments));
    }

    [Fact]
    public void Forms_are_drawn_in_their_place_and_never_within_themselves()
    {
        var pdf = PdfMaking.Pages("BT /F1 12 Tf 50 700 Td (page) Tj ET q 1 0 0 1 0 -100 cm /X Do Q /X Do");
        pdf.Add(10, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 20 0 R >> >> /Contents 11 0 R >>");
        pdf.AddStream(20, "/Subtype /Form /Matrix [1 0 0 1 10 0] /Resources << /Font << /F1 3 0 R >> /XObject << /X 20 0 R >> >>", "BT /F1 12 Tf 50 680 Td (form) Tj ET /X Do"u8.ToArray());
        Assert.Equal("page\nform\nform\n", Assert.Single(Extracting.Find(pdf.ToBytes()).Sink.Segments));
    }

    [Fact]
    public void Fields_notes_properties_and_bookmarks_are_read_with_their_names()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("a page"));
        pdf.Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [40 0 R] >> /Outlines << /First 43 0 R >> >>");
        pdf.Add(10, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 11 0 R /Annots [<< /Subtype /Text /Contents (a note) >> << /Subtype /Link /A << /URI (https://x.example/) >> >>] >>");
        pdf.Add(40, "<< /T (payer) /Kids [41 0 R 40 0 R] >>");
        pdf.Add(41, "<< /T (no) /TU (Card number) /FT /Tx /V <FEFF006E006500650064006C0065> >>");
        pdf.Add(42, "<< /Author (needle author) >>");
        pdf.Add(43, "<< /Title (bookmark needle) /Next 43 0 R >>");
        pdf.Trailer = "/Info 42 0 R";
        var (result, sink) = Extracting.Find(pdf.ToBytes(), "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal("a page\na note\nhttps://x.example/\n", sink.Segments[0]);
        Assert.Equal(
            [("payer.no Card number", "field payer.no"), ("Author", "properties Author"), ("", "bookmarks")],
            sink.Found.Select(f => (f.Key, f.Location.Path!)));
    }

    [Fact]
    public void Files_within_are_contents_of_their_own()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("a page"));
        pdf.Add(1, "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [<< /Names [(x) << /UF (cards.csv) /EF << /F 40 0 R >> >>] >>] >> >> >>");
        pdf.AddStream(40, "/Filter /FlateDecode", PdfMaking.Deflate("id,card\n1,needle\n"u8.ToArray()));
        var found = Assert.Single(Extracting.Find(pdf.ToBytes(), "needle").Sink.Found);
        Assert.Equal(("card", "rows[1].card", "cards.csv"), (found.Key, found.Location.Path, found.Location.Entry));
    }

    [Fact]
    public void The_newest_version_of_an_object_counts()
    {
        var older = PdfMaking.Pages(PdfMaking.Lines("old")).ToBytes();
        var previous = Zipping.Next(older, "xref\n0 1", 0);
        var newer = new PdfMaking().AddStream(11, "", Encoding.Latin1.GetBytes(PdfMaking.Lines("new"))).ToUpdateOf(older, previous);
        var (result, sink) = Extracting.Find(newer);
        Assert.Equal((ExtractionState.Scanned, "new\n"), (result.State, Assert.Single(sink.Segments)));
    }

    [Fact]
    public void A_page_that_is_a_picture_is_named()
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("text"), "q /I Do Q");
        pdf.Add(12, "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I 20 0 R >> >> /Contents 13 0 R >>");
        pdf.AddStream(20, "/Subtype /Image /Width 1 /Height 1", [0]);
        var result = Extracting.Find(pdf.ToBytes()).Result;
        Assert.Equal((ExtractionState.Partial, "Pages without text, which are pictures: 2."), (result.State, result.Reason));
    }

    private static string To85(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var part in bytes.Chunk(4))
        {
            byte[] padded = [.. part, .. new byte[4 - part.Length]];
            var group = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(padded);
            var digits = new char[5];
            for (var i = 4; i >= 0; i--, group /= 85)
            {
                digits[i] = (char)('!' + (group % 85));
            }

            text.Append(digits, 0, part.Length + 1);
        }

        return text.ToString();
    }

    private static byte[] ToLzw(byte[] bytes)
    {
        var (codes, bits) = (new Dictionary<string, int>(), new StringBuilder());
        var (width, next, before) = (9, 258, "");
        void Put(int code) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
        Put(256);
        foreach (var c in bytes.Select(b => (char)b))
        {
            if (before.Length == 0 || codes.ContainsKey(before + c))
            {
                before += c;
                continue;
            }

            Put(before.Length == 1 ? before[0] : codes[before]);
            codes[before + c] = next++;
            width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9;
            before = c.ToString();
        }

        Put(before.Length == 1 ? before[0] : codes[before]);
        Put(257);
        return [.. bits.ToString().PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
